package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of the ARNs of a resource type, such as
 * {@code arn:${Partition}:sqs:${Region}:${Account}:${QueueName}}.
 */
final class ArnTemplate {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

	private static final Set<String> PLACE = Set.of("Partition", "Region", "Account");

	private final String text;

	private final String pattern;

	private ArnTemplate(String text, String pattern) {
		this.text = text;
		this.pattern = pattern;
	}

	static ArnTemplate of(String template, ApiCall.Scope scope) {
		String text = template.replace("${Partition}", "aws")
			.replace("${Region}", scope.region())
			.replace("${Account}", scope.account());
		String any = VARIABLE.matcher(template).replaceAll(Matcher.quoteReplacement("*"));
		return new ArnTemplate(text, Glob.compile(any));
	}

	List<String> variables() {
		return VARIABLE.matcher(this.text)
			.results()
			.map((match) -> match.group(1))
			.filter((name) -> !PLACE.contains(name))
			.toList();
	}

	/**
	 * Write the ARNs of what is named.
	 * @param values gives the values of a variable, which may be whole ARNs
	 * @return the ARNs, with {@code *} for what is not named, and how many variables were
	 */
	Filled fill(Function<String, List<String>> values) {
		List<String> arns = List.of(this.text);
		int named = 0;
		for (String variable : variables()) {
			List<String> found = values.apply(variable);
			List<String> whole = found.stream().filter(this::isArnOfThis).toList();
			if (!whole.isEmpty()) {
				return new Filled(whole, variables().size());
			}
			List<String> names = found.stream().filter((value) -> !value.startsWith("arn:")).toList();
			named += names.isEmpty() ? 0 : 1;
			arns = replaced(arns, variable, names.isEmpty() ? List.of("*") : names);
		}
		return new Filled(arns, named);
	}

	private boolean isArnOfThis(String value) {
		return value.startsWith("arn:") && Glob.matchesArn(this.pattern, value);
	}

	private static List<String> replaced(List<String> arns, String variable, List<String> names) {
		List<String> result = new ArrayList<>();
		for (String arn : arns) {
			names.forEach((name) -> result.add(arn.replace("${" + variable + "}", name)));
		}
		return result;
	}

	/**
	 * A template with its values.
	 *
	 * @param arns the ARNs
	 * @param named how many of its variables the call names
	 */
	record Filled(List<String> arns, int named) {
	}

}

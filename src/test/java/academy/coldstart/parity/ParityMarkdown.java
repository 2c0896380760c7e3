package academy.coldstart.parity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the register as a page for those who read the repository.
 */
final class ParityMarkdown {

	/** The command that writes the page anew. */
	static final String COMMAND = "./mvnw -Dquick -Dtest=ParityRegisterTests -Dcoldstart.parity.write=true test";

	private ParityMarkdown() {
	}

	static String of(ParityRegister register) {
		StringBuilder page = new StringBuilder();
		page.append("# How this differs from AWS\n\n<!-- Written from parity.yaml by: ")
			.append(COMMAND)
			.append(" -->\n\nEach row says what AWS does, what plain ")
			.append(register.engine())
			.append(" does, and how that is met here. ")
			.append(counts(register))
			.append(".\n");
		for (Area area : register.areas()) {
			page.append("\n## ")
				.append(area.title())
				.append("\n\n| behavior | on AWS | LocalStack alone | here | shown by |\n|---|---|---|---|---|\n");
			area.behaviors().forEach((behavior) -> page.append(row(behavior)));
		}
		return page.toString();
	}

	private static String counts(ParityRegister register) {
		return Arrays.stream(ParityState.values())
			.map((state) -> register.count(state) + " " + state.words())
			.collect(Collectors.joining(", "));
	}

	private static String row(Behavior behavior) {
		Behavior.Source source = behavior.source();
		String read = source.read() ? "" : ", from a summary";
		String aws = "%s ([%s](%s), %s%s)".formatted(behavior.aws(), source.title(), source.address(), source.checked(),
				read);
		String here = "**" + behavior.state().words() + "**"
				+ (behavior.patches().isEmpty() ? "" : " " + codes(behavior.patches()))
				+ ((behavior.note() != null) ? ": " + behavior.note() : "");
		return "| <a id=\"%s\"></a>%s | %s | %s | %s | %s |\n".formatted(behavior.id(), escape(behavior.title()),
				escape(aws), escape(behavior.localstack()), escape(here), codes(behavior.tests()));
	}

	private static String codes(List<String> names) {
		return names.stream().map((name) -> "`" + name + "`").collect(Collectors.joining(", "));
	}

	private static String escape(String text) {
		return text.replace("|", "\\|").replaceAll("\\s*\\R\\s*", " ").strip();
	}

}

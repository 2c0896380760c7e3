package academy.coldstart.grading.template;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Which values of Parameter Store and Secrets Manager a template may take in while it is
 * deployed.
 *
 * @param allowed such as {@code ssm:/larkspur/table}, or {@code secretsmanager:larkspur*}
 * for everything that begins so
 */
public record DynamicReferences(List<String> allowed) {

	/** No values. */
	public static final DynamicReferences NONE = new DynamicReferences(List.of());

	private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*resolve:([^}]*)", Pattern.CASE_INSENSITIVE);

	private static final String PARAMETER = "AWS::SSM::Parameter::Value<";

	public DynamicReferences {
		allowed = List.copyOf(allowed);
	}

	void check(Template template, List<PlacedValue> values, Findings findings) {
		values.stream().filter((value) -> value.value().isString()).forEach((value) -> {
			Matcher matcher = REFERENCE.matcher(value.value().stringValue());
			while (matcher.find()) {
				require(matcher.group(1).strip(), value.path(), template, findings);
			}
		});
		template.root().path("Parameters").properties().forEach((entry) -> {
			JsonNode parameter = entry.getValue();
			if (parameter.path("Type").asString("").startsWith(PARAMETER)) {
				require("ssm:" + parameter.path("Default").asString(""), "Parameters/" + entry.getKey(), template,
						findings);
			}
		});
	}

	private void require(String reference, String path, Template template, Findings findings) {
		if (this.allowed.stream().noneMatch((one) -> matches(one, reference))) {
			// A text stands in the template as it is written and as it is resolved.
			findings.add(reference + " in " + path.replaceAll("/Fn::\\w+(?:/\\d+)?", ""), new InvalidTemplate(
					"dynamic-reference",
					("The template takes in \"%s\" while it is deployed (%s). %s Give the function the name, and "
							+ "let its code read the value.")
						.formatted(shown(reference), path, rule()),
					template.line(path)));
		}
	}

	private String rule() {
		return this.allowed.isEmpty() ? "This exercise allows no dynamic references."
				: "This exercise allows these dynamic references only: " + String.join(", ", this.allowed) + ".";
	}

	private static boolean matches(String allowed, String reference) {
		String plain = reference.replaceFirst("^ssm-secure:", "ssm:");
		if (allowed.endsWith("*")) {
			return plain.startsWith(allowed.substring(0, allowed.length() - 1));
		}
		// A version or a key of the secret may follow.
		return plain.equals(allowed) || plain.startsWith(allowed + ":");
	}

	private static String shown(String reference) {
		return (reference.length() > 80) ? reference.substring(0, 80) + "…" : reference;
	}

}

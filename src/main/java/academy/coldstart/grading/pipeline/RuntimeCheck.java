package academy.coldstart.grading.pipeline;

import java.util.Map;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.grading.template.Findings;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import tools.jackson.databind.JsonNode;

/**
 * Compares the runtimes that a template asks for with the language that was handed in.
 *
 * @param language the language
 * @param runtime the runtime of the exercise in this language, such as {@code python3.13}
 */
record RuntimeCheck(Language language, String runtime) {

	static RuntimeCheck of(Language language, HandlerLocation handler) {
		return new RuntimeCheck(language, handler.runtime());
	}

	/**
	 * Check a template.
	 * @param template the template
	 * @throws InvalidTemplate for the first runtime of another language, with the others
	 */
	void check(Template template) {
		Findings findings = new Findings();
		check(template, "Globals/Function", "The section Globals", findings);
		template.resources()
			.properties()
			.stream()
			.filter((resource) -> resource.getValue()
				.path("Type")
				.asString("")
				.matches("AWS::(Serverless|Lambda)::Function"))
			.map(Map.Entry::getKey)
			.forEach((name) -> check(template, "Resources/" + name + "/Properties", "The function " + name, findings));
		findings.refuse();
	}

	private void check(Template template, String path, String owner, Findings findings) {
		JsonNode written = template.root().at("/" + path + "/Runtime");
		if (written.isString() && !family(written.stringValue()).equals(family(this.runtime))) {
			findings.add(path,
					new InvalidTemplate("runtime-mismatch",
							"%s has the runtime %s, but what was handed in is %s. Write \"Runtime: %s\"."
								.formatted(owner, written.stringValue(), this.language.title(), this.runtime),
							template.line(path + "/Runtime")));
		}
	}

	private static String family(String runtime) {
		return runtime.replaceAll("[0-9].*", "");
	}

}

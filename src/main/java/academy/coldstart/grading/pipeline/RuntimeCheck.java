package academy.coldstart.grading.pipeline;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
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
	 * @throws InvalidTemplate for the first function with a runtime of another language
	 */
	void check(Template template) {
		check(template.root().path("Globals").path("Function"), "The section Globals", "Globals/Function", template);
		template.resources()
			.properties()
			.stream()
			.filter((resource) -> resource.getValue()
				.path("Type")
				.asString("")
				.matches("AWS::(Serverless|Lambda)::Function"))
			.forEach((resource) -> check(resource.getValue().path("Properties"), "The function " + resource.getKey(),
					"Resources/" + resource.getKey() + "/Properties", template));
	}

	private void check(JsonNode properties, String owner, String path, Template template) {
		JsonNode written = properties.path("Runtime");
		if (written.isString() && !family(written.stringValue()).equals(family(this.runtime))) {
			throw new InvalidTemplate("runtime-mismatch",
					"%s has the runtime %s, but what was handed in is %s. Write \"Runtime: %s\".".formatted(owner,
							written.stringValue(), this.language.title(), this.runtime),
					template.line(path + "/Runtime"));
		}
	}

	private static String family(String runtime) {
		return runtime.replaceAll("[0-9].*", "");
	}

}

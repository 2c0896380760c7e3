package academy.coldstart.grading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.grading.template.DynamicReferences;
import academy.coldstart.grading.template.GivenFunctions;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.TemplateParser;
import academy.coldstart.grading.template.TemplatePolicy;
import tools.jackson.databind.JsonNode;

/**
 * Looks at a template as a grading does before the engine sees it.
 */
public final class TemplateIntake {

	private TemplateIntake() {
	}

	/**
	 * Find what is wrong with a template that a learner wrote.
	 * @param written the file
	 * @return the first problem, or empty when it is taken
	 */
	public static Optional<Refusal> refusal(byte[] written) {
		try {
			new TemplatePolicy(DynamicReferences.NONE, GivenFunctions.NONE).read(written);
			return Optional.empty();
		}
		catch (InvalidTemplate ex) {
			return Optional.of(new Refusal(ex.kind(), String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Find the functions of a template that a learner wrote.
	 * @param written the file
	 * @param entry the handler setting of the function that comes first
	 * @return their logical ids; none when the template cannot be read
	 */
	public static List<String> functions(byte[] written, String entry) {
		try {
			return TemplateParser.parse(written)
				.resources()
				.properties()
				.stream()
				.filter((resource) -> resource.getValue()
					.path("Type")
					.asString("")
					.matches("AWS::(Serverless|Lambda)::Function"))
				.sorted(Comparator.comparing((resource) -> !isOf(entry, resource.getValue())))
				.map(Map.Entry::getKey)
				.toList();
		}
		catch (InvalidTemplate ex) {
			return List.of();
		}
	}

	private static boolean isOf(String entry, JsonNode function) {
		return function.path("Properties").path("Handler").asString("").equals(entry);
	}

	/**
	 * Why a template is not taken.
	 *
	 * @param kind the short name of the problem
	 * @param message the sentence that a learner reads
	 */
	public record Refusal(String kind, String message) {
	}

}

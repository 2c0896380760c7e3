package academy.coldstart.grading.template;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Functions whose code an exercise gives: a template that brings code of its own for them
 * would be another exercise. Functions that a learner adds may have any code.
 *
 * @param names the logical ids of the functions
 */
public record GivenFunctions(Set<String> names) {

	/** For exercises whose code is handed in. */
	public static final GivenFunctions NONE = new GivenFunctions(Set.of());

	private static final String NODE_OPTIONS = "NODE_OPTIONS";

	private static final Set<String> TYPES = Set.of("AWS::Serverless::Function", "AWS::Lambda::Function");

	public GivenFunctions {
		names = Set.copyOf(names);
	}

	/**
	 * Find the functions of the template that learners begin with.
	 * @param starter the template of the starter
	 * @return its functions
	 */
	public static GivenFunctions of(Template starter) {
		return new GivenFunctions(starter.resources()
			.properties()
			.stream()
			.filter((resource) -> TYPES.contains(type(resource.getValue())))
			.map((resource) -> resource.getKey())
			.collect(Collectors.toSet()));
	}

	void check(Template template, List<PlacedValue> values, Findings findings) {
		this.names.stream().sorted().forEach((name) -> checkType(template, name, findings));
		values.stream()
			.filter(this::loadsCode)
			.forEach((value) -> findings.add(value.plainPath(),
					refused(template, value.path(),
							"%s can load code before a function whose code is given in this exercise. Remove it."
								.formatted(value.key()))));
		values.stream().filter(this::isCode).forEach((value) -> {
			String name = value.path().split("/", -1)[1];
			findings.add(value.plainPath(), refused(template, value.path(),
					"The function %s has code in the template (%s), but its code is given in this exercise. Remove it, and write \"%s: .\", which is the given code."
						.formatted(name, value.key(), value.key().equals("ZipFile") ? "Code" : "CodeUri")));
		});
	}

	private void checkType(Template template, String name, Findings findings) {
		JsonNode resource = template.resources().path(name);
		String type = type(resource);
		if (!resource.isMissingNode() && !TYPES.contains(type)) {
			String place = "Resources/" + name + "/Type";
			findings.add(place, refused(template, place,
					"The resource %s has the type %s, but it is a function that is given in this exercise. Give other resources other names."
						.formatted(name, type)));
		}
	}

	// Node.js takes modules from there, also such that are written into the option.
	private boolean loadsCode(PlacedValue value) {
		return !this.names.isEmpty() && value.key().equals(NODE_OPTIONS)
				&& Stream
					.concat(Stream.of("Globals/Function/"),
							this.names.stream().map((name) -> "Resources/" + name + "/Properties/"))
					.anyMatch((properties) -> value.plainPath().startsWith(properties + "Environment/"));
	}

	private boolean isCode(PlacedValue value) {
		return this.names.stream()
			.map((name) -> "Resources/" + name + "/Properties/")
			.anyMatch((properties) -> value.plainPath().equals(properties + "InlineCode")
					|| value.plainPath().equals(properties + "Code/ZipFile"));
	}

	private static InvalidTemplate refused(Template template, String path, String message) {
		return new InvalidTemplate("given-code", message, template.line(path));
	}

	private static String type(JsonNode resource) {
		return resource.path("Type").asString("");
	}

}

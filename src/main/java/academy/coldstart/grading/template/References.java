package academy.coldstart.grading.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds what a part of a template refers to.
 */
final class References {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?!!)\\s*([^}]*?)\\s*}");

	private final List<Reference> found = new ArrayList<>();

	private References() {
	}

	/**
	 * Collect the references within a value.
	 * @param value the value
	 * @param path where it stands
	 * @return every reference, in order
	 */
	static List<Reference> in(JsonNode value, String path) {
		References references = new References();
		references.visit(value, path);
		return List.copyOf(references.found);
	}

	private void visit(JsonNode value, String path) {
		if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				visit(value.path(i), path + "/" + i);
			}
		}
		value.properties().forEach((entry) -> entry(entry.getKey(), entry.getValue(), path));
	}

	private void entry(String key, JsonNode value, String path) {
		switch (key) {
			case "Ref" -> add(value, path);
			case "Fn::GetAtt" -> add(value.isArray() ? value.path(0) : beforeDot(value), path);
			case "Fn::Sub" -> substitution(value, path);
			default -> visit(value, path + "/" + key);
		}
	}

	private static JsonNode beforeDot(JsonNode value) {
		String text = value.asString("");
		return JsonNodeFactory.instance.stringNode(text.split("\\.", 2)[0]);
	}

	private void substitution(JsonNode value, String path) {
		JsonNode text = value.isArray() ? value.path(0) : value;
		JsonNode variables = value.isArray() ? value.path(1) : value.path("none");
		Matcher matcher = PLACEHOLDER.matcher(text.asString(""));
		while (matcher.find()) {
			String name = matcher.group(1).split("\\.", 2)[0];
			if (!variables.has(name)) {
				this.found.add(new Reference(name, path));
			}
		}
		visit(variables, path);
	}

	private void add(JsonNode name, String path) {
		if (name.isString()) {
			this.found.add(new Reference(name.stringValue(), path));
		}
	}

	/**
	 * A reference.
	 *
	 * @param name the resource, parameter or pseudo parameter it names
	 * @param path where it stands
	 */
	record Reference(String name, String path) {
	}

}

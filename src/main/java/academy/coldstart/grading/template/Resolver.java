package academy.coldstart.grading.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resolves parameters, conditions and functions of a template as far as that is possible
 * without asking AWS. What cannot be known stays as it is written.
 */
public final class Resolver {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)\\s*([^}]*?)\\s*}");

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final Template template;

	private final Map<String, String> known;

	private final Map<String, Boolean> conditions = new HashMap<>();

	/**
	 * Create a resolver.
	 * @param template the template
	 * @param known the values of references: parameters, pseudo parameters such as
	 * {@code AWS::Region}, and physical ids of resources
	 */
	public Resolver(Template template, Map<String, String> known) {
		this.template = template;
		this.known = Map.copyOf(known);
	}

	/**
	 * Return the effective properties of a resource, SAM's Globals included.
	 * @param logicalId the resource
	 * @return its properties; empty when there are none
	 */
	public ObjectNode properties(String logicalId) {
		JsonNode resource = this.template.resources().path(logicalId);
		ObjectNode properties = JSON.objectNode();
		if (resource.path("Type").asString("").equals("AWS::Serverless::Function")) {
			merge(properties, resolve(this.template.root().path("Globals").path("Function")));
		}
		merge(properties, resolve(resource.path("Properties")));
		return properties;
	}

	/**
	 * Resolve a value.
	 * @param value the value as it is written
	 * @return the value as far as it is known; missing for {@code AWS::NoValue}
	 */
	public JsonNode resolve(JsonNode value) {
		if (value.isArray()) {
			ArrayNode array = JSON.arrayNode();
			value.values().forEach((entry) -> addUnlessMissing(array, resolve(entry)));
			return array;
		}
		if (!value.isObject()) {
			return value;
		}
		if (value.size() == 1) {
			Map.Entry<String, JsonNode> only = value.properties().iterator().next();
			if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
				return call(only.getKey(), only.getValue(), value);
			}
		}
		ObjectNode object = JSON.objectNode();
		value.properties().forEach((entry) -> setUnlessMissing(object, entry.getKey(), resolve(entry.getValue())));
		return object;
	}

	/**
	 * Tell whether a condition of the template holds.
	 * @param name its name
	 * @return whether it holds
	 */
	public boolean holds(String name) {
		return named(name, 0);
	}

	private JsonNode call(String function, JsonNode argument, JsonNode written) {
		return switch (function) {
			case "Ref" -> ref(argument.asString(""), written);
			case "Fn::Sub" -> sub(argument, written);
			case "Fn::Join" -> join(argument, written);
			case "Fn::FindInMap" -> findInMap(argument, written);
			case "Fn::If" -> resolve(argument.path(holds(argument.path(0).asString("")) ? 1 : 2));
			case "Fn::Select" -> select(argument, written);
			case "Fn::Split" -> split(argument, written);
			default -> written;
		};
	}

	private JsonNode ref(String name, JsonNode written) {
		if (name.equals("AWS::NoValue")) {
			return JSON.missingNode();
		}
		String value = this.known.get(name);
		if (value != null) {
			return JSON.stringNode(value);
		}
		JsonNode standard = this.template.root().path("Parameters").path(name).path("Default");
		return standard.isValueNode() ? standard : written;
	}

	private JsonNode sub(JsonNode argument, JsonNode written) {
		JsonNode variables = argument.isArray() ? argument.path(1) : JSON.objectNode();
		Matcher matcher = PLACEHOLDER.matcher((argument.isArray() ? argument.path(0) : argument).asString(""));
		Map<String, JsonNode> values = new HashMap<>();
		StringBuilder text = new StringBuilder();
		while (matcher.find()) {
			String name = matcher.group(2);
			JsonNode value = values.computeIfAbsent(name,
					(key) -> variables.has(key) ? resolve(variables.path(key)) : ref(key, written));
			if (matcher.group(1).isEmpty() && !value.isValueNode()) {
				return written;
			}
			String replacement = matcher.group(1).isEmpty() ? value.asString("") : "${" + name + "}";
			matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
		}
		return JSON.stringNode(matcher.appendTail(text).toString());
	}

	private JsonNode join(JsonNode argument, JsonNode written) {
		List<String> parts = new ArrayList<>();
		JsonNode values = resolve(argument.path(1));
		for (JsonNode part : values.values()) {
			if (!part.isValueNode()) {
				return written;
			}
			parts.add(part.asString(""));
		}
		return values.isArray() ? JSON.stringNode(String.join(argument.path(0).asString(""), parts)) : written;
	}

	private JsonNode findInMap(JsonNode argument, JsonNode written) {
		JsonNode value = this.template.root().path("Mappings");
		for (JsonNode key : argument.values()) {
			value = value.path(resolve(key).asString(""));
		}
		return value.isMissingNode() ? written : value;
	}

	private JsonNode select(JsonNode argument, JsonNode written) {
		JsonNode value = resolve(argument.path(1)).path(resolve(argument.path(0)).asInt(-1));
		return value.isMissingNode() ? written : value;
	}

	private JsonNode split(JsonNode argument, JsonNode written) {
		JsonNode text = resolve(argument.path(1));
		if (!text.isString()) {
			return written;
		}
		ArrayNode parts = JSON.arrayNode();
		for (String part : text.stringValue().split(Pattern.quote(argument.path(0).asString("")), -1)) {
			parts.add(part);
		}
		return parts;
	}

	private boolean named(String name, int depth) {
		Boolean decided = this.conditions.get(name);
		if (decided == null) {
			decided = isTrue(this.template.root().path("Conditions").path(name), depth);
			this.conditions.put(name, decided);
		}
		return decided;
	}

	private boolean isTrue(JsonNode condition, int depth) {
		if (depth > ConditionCosts.MAX_CHAIN * TemplateParser.MAX_DEPTH) {
			return false;
		}
		if (condition.has("Condition")) {
			return named(condition.path("Condition").asString(""), depth + 1);
		}
		if (condition.has("Fn::Equals")) {
			JsonNode pair = condition.path("Fn::Equals");
			return resolve(pair.path(0)).asString("").equals(resolve(pair.path(1)).asString(""));
		}
		if (condition.has("Fn::Not")) {
			return !isTrue(condition.path("Fn::Not").path(0), depth + 1);
		}
		if (condition.has("Fn::And")) {
			return condition.path("Fn::And").valueStream().allMatch((one) -> isTrue(one, depth + 1));
		}
		return condition.path("Fn::Or").valueStream().anyMatch((one) -> isTrue(one, depth + 1));
	}

	private static void merge(ObjectNode target, JsonNode source) {
		source.properties().forEach((entry) -> {
			JsonNode present = target.path(entry.getKey());
			if (present instanceof ObjectNode object && entry.getValue().isObject()) {
				merge(object, entry.getValue());
			}
			else {
				target.set(entry.getKey(), entry.getValue());
			}
		});
	}

	private static void addUnlessMissing(ArrayNode array, JsonNode value) {
		if (!value.isMissingNode()) {
			array.add(value);
		}
	}

	private static void setUnlessMissing(ObjectNode object, String key, JsonNode value) {
		if (!value.isMissingNode()) {
			object.set(key, value);
		}
	}

}

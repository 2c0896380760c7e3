package academy.coldstart.grading.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns YAML nodes into the JSON that CloudFormation understands, and remembers lines.
 */
final class TemplateNodes {

	/** How many values a template may have. */
	static final int MAX_NODES = 20_000;

	private static final Set<String> YES = Set.of("true", "yes", "on");

	private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ,
			Tag.TIMESTAMP, Tag.MERGE);

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final Map<String, Integer> lines = new HashMap<>();

	private int nodes;

	Template template(Node node) {
		if (!(convert(node, "", 0) instanceof ObjectNode root)) {
			throw invalid("The template must be a map with a section Resources.", node);
		}
		return new Template(root, this.lines);
	}

	private JsonNode convert(Node node, String path, int depth) {
		if (++this.nodes > MAX_NODES) {
			throw invalid("The template has more than " + MAX_NODES
					+ " values when its aliases (*name) are written out. Use fewer of them.", node);
		}
		if (depth > TemplateParser.MAX_DEPTH) {
			throw TemplateParser.tooDeep(line(node));
		}
		JsonNode value = switch (node) {
			case MappingNode map -> map(map, path, depth);
			case SequenceNode list -> list(list, path, depth);
			case ScalarNode scalar -> scalar(scalar);
			default -> throw invalid("The template has a value that is no map, list or scalar.", node);
		};
		requireKnownTag(node);
		return isShortForm(node) ? written(node, value) : value;
	}

	private ObjectNode map(MappingNode node, String path, int depth) {
		ObjectNode object = JSON.objectNode();
		for (NodeTuple entry : node.getValue()) {
			if (!(entry.getKeyNode() instanceof ScalarNode key)) {
				throw invalid("A key of a map must be a text.", entry.getKeyNode());
			}
			if (object.has(key.getValue())) {
				throw invalid("The key " + key.getValue() + " stands twice in the same map.", key);
			}
			String place = path.isEmpty() ? key.getValue() : path + "/" + key.getValue();
			this.lines.putIfAbsent(place, line(key));
			object.set(key.getValue(), convert(entry.getValueNode(), place, depth + 1));
		}
		return object;
	}

	private ArrayNode list(SequenceNode node, String path, int depth) {
		ArrayNode array = JSON.arrayNode();
		for (Node entry : node.getValue()) {
			String place = path + "/" + array.size();
			this.lines.putIfAbsent(place, line(entry));
			array.add(convert(entry, place, depth + 1));
		}
		return array;
	}

	private static JsonNode scalar(ScalarNode node) {
		String text = node.getValue();
		Tag tag = node.getTag();
		if (tag.equals(Tag.NULL)) {
			return JSON.nullNode();
		}
		if (tag.equals(Tag.BOOL)) {
			return JSON.booleanNode(YES.contains(text.toLowerCase(Locale.ROOT)));
		}
		JsonNode number = (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) ? number(text) : null;
		return (number != null) ? number : JSON.stringNode(text);
	}

	private static @Nullable JsonNode number(String text) {
		if (!text.matches("[-+]?\\d{1,18}(\\.\\d{1,18})?") || text.matches("[-+]?0\\d.*")) {
			return null;
		}
		BigDecimal value = new BigDecimal(text);
		return (text.indexOf('.') < 0) ? JSON.numberNode(value.longValueExact()) : JSON.numberNode(value);
	}

	private static void requireKnownTag(Node node) {
		Tag tag = node.getTag();
		if (!isShortForm(node) && !TAGS.contains(tag) && !tag.equals(new Tag("!"))) {
			throw invalid("The template uses the tag " + tag.getValue().replace(Tag.PREFIX, "!!")
					+ ", which is none of CloudFormation's; leave it out.", node);
		}
	}

	private static boolean isShortForm(Node node) {
		String tag = node.getTag().getValue();
		return tag.startsWith("!") && tag.length() > 1;
	}

	private static ObjectNode written(Node node, JsonNode value) {
		String name = node.getTag().getValue().substring(1);
		return switch (name) {
			case "Ref", "Condition" -> JSON.objectNode().set(name, value);
			case "GetAtt" -> JSON.objectNode().set("Fn::GetAtt", attribute(value));
			case "And", "Base64", "Cidr", "Equals", "FindInMap", "GetAZs", "If", "ImportValue", "Join", "Length", "Not",
					"Or", "Select", "Split", "Sub", "ToJsonString", "Transform" ->
				JSON.objectNode().set("Fn::" + name, value);
			default -> throw invalid("The template uses !" + name + ", which CloudFormation does not know.", node);
		};
	}

	private static JsonNode attribute(JsonNode value) {
		if (!value.isString()) {
			return value;
		}
		String text = value.stringValue();
		int dot = text.indexOf('.');
		ArrayNode pair = JSON.arrayNode();
		return (dot < 0) ? pair.add(text) : pair.add(text.substring(0, dot)).add(text.substring(dot + 1));
	}

	private static InvalidTemplate invalid(String message, Node node) {
		return new InvalidTemplate("invalid-template", message, line(node));
	}

	private static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

}

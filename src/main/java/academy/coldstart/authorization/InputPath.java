package academy.coldstart.authorization;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Reads values from the input of a call: {@code a.b} a member, {@code a[].b} that of each
 * element, {@code a.{}} the keys of a map.
 */
final class InputPath {

	private InputPath() {
	}

	static List<String> values(JsonNode input, String path) {
		return values(Stream.of(input), List.of(path.replace("[]", ".[]").split("\\.", 0))).distinct().toList();
	}

	private static Stream<String> values(Stream<JsonNode> nodes, List<String> steps) {
		if (steps.isEmpty()) {
			return nodes.filter((node) -> node.isValueNode() && !node.isNull()).map(JsonNode::asString);
		}
		String step = steps.getFirst();
		List<String> rest = steps.subList(1, steps.size());
		return switch (step) {
			case "[]" -> values(nodes.flatMap(JsonNode::valueStream), rest);
			case "{}" -> nodes.filter(JsonNode::isObject).flatMap((node) -> node.propertyNames().stream());
			default -> values(nodes.map((node) -> node.path(step)), rest);
		};
	}

}

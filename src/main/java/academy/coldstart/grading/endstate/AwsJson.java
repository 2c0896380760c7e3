package academy.coldstart.grading.endstate;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes values of DynamoDB as its API does: {@code {"S":"paid"}}. What has no order of
 * its own is sorted.
 */
final class AwsJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private AwsJson() {
	}

	static String write(AttributeValue value) {
		return node(value).toString();
	}

	static String write(Map<String, AttributeValue> values) {
		return nodes(values).toString();
	}

	private static ObjectNode nodes(Map<String, AttributeValue> values) {
		ObjectNode nodes = NODES.objectNode();
		values.forEach((name, value) -> nodes.set(name, node(value)));
		return nodes;
	}

	private static JsonNode node(AttributeValue value) {
		ObjectNode node = NODES.objectNode();
		return switch (value.type()) {
			case S -> node.put("S", value.s());
			case N -> node.put("N", value.n());
			case B -> node.put("B", base64(value.b()));
			case SS -> node.set("SS", strings(value.ss()));
			case NS -> node.set("NS", strings(value.ns()));
			case BS -> node.set("BS", strings(value.bs().stream().map(AwsJson::base64).toList()));
			case M -> node.set("M", nodes(new TreeMap<>(value.m())));
			case L -> node.set("L", list(value.l()));
			case BOOL -> node.put("BOOL", value.bool());
			case NUL -> node.put("NULL", true);
			case UNKNOWN_TO_SDK_VERSION -> node;
		};
	}

	private static ArrayNode strings(List<String> values) {
		ArrayNode strings = NODES.arrayNode();
		values.stream().sorted().forEach(strings::add);
		return strings;
	}

	private static ArrayNode list(List<AttributeValue> values) {
		ArrayNode list = NODES.arrayNode();
		values.forEach((value) -> list.add(node(value)));
		return list;
	}

	private static String base64(SdkBytes bytes) {
		return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
	}

}

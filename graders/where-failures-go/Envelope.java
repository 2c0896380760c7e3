package academy.coldstart.graders.wherefailuresgo;

import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a message, whatever topics, rules and functions have put around it: records
 * are looked for in all its parts, and in texts that are JSON themselves.
 *
 * @param body the body
 */
record Envelope(String body) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** A topic that feeds a function that feeds a bus has three. */
	private static final int DEEPEST = 12;

	/**
	 * Look for the record of an invocation.
	 * @param orderId the order that it was about
	 * @return the record, or empty when there is none about that order
	 */
	Optional<JsonNode> record(String orderId) {
		return parts(read(this.body), 0).filter((part) -> isRecord(part, orderId)).findFirst();
	}

	boolean names(String orderId) {
		return this.body.contains(orderId);
	}

	private static boolean isRecord(JsonNode part, String orderId) {
		return part.path("requestContext").isObject()
				&& part.path("requestPayload").path("orderId").asString("").equals(orderId);
	}

	private static Stream<JsonNode> parts(JsonNode node, int depth) {
		if (depth > DEEPEST) {
			return Stream.empty();
		}
		if (node.isString()) {
			String text = node.stringValue().strip();
			return (text.startsWith("{") || text.startsWith("[")) ? parts(read(text), depth + 1) : Stream.empty();
		}
		return Stream.concat(Stream.of(node), node.valueStream().flatMap((child) -> parts(child, depth + 1)));
	}

	private static JsonNode read(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return MAPPER.createObjectNode();
		}
	}

}

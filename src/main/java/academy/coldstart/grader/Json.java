package academy.coldstart.grader;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON as graders need it: lenient when reading what a function returned.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	/**
	 * Write a value as JSON.
	 * @param value an object, or a string that is JSON text already
	 * @return the JSON text
	 */
	static String write(Object value) {
		return (value instanceof String text) ? text : MAPPER.writeValueAsString(value);
	}

	/**
	 * Read JSON.
	 * @param text the text
	 * @return the value, or a missing node when the text is not JSON
	 */
	static JsonNode read(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * Convert a value to JSON.
	 * @param value any value; a string stands for itself
	 * @return the JSON value
	 */
	static JsonNode node(Object value) {
		return MAPPER.valueToTree(value);
	}

	/**
	 * Compare two values: numbers by value, everything else as it is.
	 * @param first a value
	 * @param second another
	 * @return whether they are the same
	 */
	static boolean same(JsonNode first, JsonNode second) {
		return first.equals((one, other) -> {
			if (one.isNumber() && other.isNumber()) {
				return one.decimalValue().compareTo(other.decimalValue());
			}
			return one.equals(other) ? 0 : 1;
		}, second);
	}

}

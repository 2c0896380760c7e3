package academy.coldstart.execution;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the control server and of error objects.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	static JsonNode tree(Object value) {
		return MAPPER.valueToTree(value);
	}

	static <T> T read(byte[] json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	/**
	 * Read an object whose fields are not known.
	 * @param json the text
	 * @return the object, or empty when the text is not a JSON object
	 */
	static Optional<JsonNode> object(byte[] json) {
		try {
			return Optional.ofNullable(MAPPER.readTree(json)).filter(JsonNode::isObject);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}

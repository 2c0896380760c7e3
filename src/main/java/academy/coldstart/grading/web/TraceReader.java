package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.stereotype.Component;

/**
 * Reads stored traces.
 */
@Component
class TraceReader {

	private final JsonMapper mapper = JsonMapper.builder()
		.addModule(new SimpleModule().addDeserializer(AccountId.class, new AccountIdDeserializer()))
		.build();

	List<Trace> read(String json) {
		return this.mapper.readValue(json, Document.class).runs();
	}

	/**
	 * The document {@code trace.json}.
	 *
	 * @param runs one trace for each seed
	 */
	record Document(List<Trace> runs) {

		Document {
			runs = List.copyOf(runs);
		}

	}

	/**
	 * Reads an account id written as a text or as an object.
	 */
	private static final class AccountIdDeserializer extends ValueDeserializer<AccountId> {

		@Override
		public AccountId deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
			JsonNode node = context.readTree(parser);
			return new AccountId(node.isObject() ? node.path("value").asString() : node.asString());
		}

	}

}

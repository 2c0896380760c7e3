package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EnvelopeTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Map<String, Object> RECORD = Map.of("version", "1.0", "requestContext",
			Map.of("condition", "RetriesExhausted", "approximateInvokeCount", 3), "requestPayload",
			Map.of("orderId", "o-17"), "responsePayload", Map.of("errorMessage", "{\"braces\": \"in a message\"}"));

	@Test
	void findsARecordWithoutAnEnvelope() {
		assertThat(condition(json(RECORD))).isEqualTo("RetriesExhausted");
	}

	@Test
	void findsARecordInTheMessageOfATopic() {
		assertThat(condition(json(Map.of("Type", "Notification", "Message", json(RECORD)))))
			.isEqualTo("RetriesExhausted");
	}

	@Test
	void findsARecordInTheDetailOfAnEvent() {
		assertThat(condition(json(Map.of("source", "lambda", "detail", RECORD)))).isEqualTo("RetriesExhausted");
	}

	@Test
	void findsARecordThatATopicATriageAndABusHandedOn() {
		String notification = json(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", json(RECORD))))));
		assertThat(condition(json(Map.of("detail", Map.of("triage", List.of(1, notification))))))
			.isEqualTo("RetriesExhausted");
	}

	@Test
	void findsTheFirstRecordOfARecordOfAForwarderThatFailed() {
		Map<String, Object> outer = Map.of("requestContext", Map.of("condition", "EventAgeExceeded"), "requestPayload",
				RECORD);
		assertThat(condition(json(outer))).isEqualTo("RetriesExhausted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"orderId\": \"o-17\"}", "{\"requestPayload\": {\"orderId\": \"o-17\"}}", "o-17",
			"{\"Message\": \"{\\\"orderId\\\": \\\"o-17\\\"}\"}" })
	void takesTheEventAloneForNoRecord(String body) {
		Envelope envelope = new Envelope(body);
		assertThat(envelope.names("o-17")).isTrue();
		assertThat(envelope.record("o-17")).isEmpty();
	}

	@Test
	void takesTheRecordOfAnotherOrderForNoRecord() {
		assertThat(new Envelope(json(RECORD)).record("o-1")).isEmpty();
	}

	@Test
	void givesUpOnTextsThatNestTooDeep() {
		String body = json(RECORD);
		for (int i = 0; i < 14; i++) {
			body = json(Map.of("m", body));
		}
		assertThat(new Envelope(body).record("o-17")).isEmpty();
	}

	private static String condition(String body) {
		return new Envelope(body).record("o-17").orElseThrow().path("requestContext").path("condition").asString("");
	}

	private static String json(Object value) {
		return MAPPER.writeValueAsString(value);
	}

}

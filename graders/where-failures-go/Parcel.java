package academy.coldstart.graders.wherefailuresgo;

import java.util.Map;

import academy.coldstart.grader.Aws;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.Invocation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Lambda sends when it gives the hopeless order up, to be compared with the filters
 * that it meets.
 *
 * @param body the body
 * @param attributes the attributes of the message, by name
 */
record Parcel(JsonNode body, JsonNode attributes) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * Make the record that an on-failure destination gets.
	 * @param aftermath what is left
	 * @return the record
	 */
	static Parcel record(Aftermath aftermath) {
		LiveAlias live = aftermath.live();
		ObjectNode record = MAPPER.createObjectNode().put("version", "1.0").put("timestamp", "2026-01-01T00:00:00.000Z");
		record.putObject("requestContext")
			.put("requestId", aftermath.hopeless().requestId())
			.put("functionArn", live.versionArn())
			.put("condition", "RetriesExhausted")
			.put("approximateInvokeCount", aftermath.attempts(aftermath.hopeless()).size());
		record.set("requestPayload", MAPPER.valueToTree(aftermath.hopeless().order()));
		record.putObject("responseContext")
			.put("statusCode", 200)
			.put("executedVersion", live.version())
			.put("functionError", "Unhandled");
		record.set("responsePayload", answer(aftermath));
		return new Parcel(record, MAPPER.createObjectNode());
	}

	/**
	 * Make the event and its attributes that a dead-letter queue gets.
	 * @param aftermath what is left
	 * @return the dead letter
	 */
	static Parcel deadLetter(Aftermath aftermath) {
		return new Parcel(MAPPER.valueToTree(aftermath.hopeless().order()),
				MAPPER.valueToTree(Map.of("RequestID", aftermath.hopeless().requestId(), "ErrorCode", 200,
						"ErrorMessage", answer(aftermath).path("errorMessage").asString(""))));
	}

	/**
	 * Put it on an event bus.
	 * @param account the account
	 * @return the event, which stays what it is when it came from a bus
	 */
	Parcel asEvent(String account) {
		return this.body.has("detail-type") ? this : new Parcel(event(account, this.body), MAPPER.createObjectNode());
	}

	/**
	 * Make an event.
	 * @param account the account
	 * @param detail its detail
	 * @return the event as Lambda puts it
	 */
	static JsonNode event(String account, JsonNode detail) {
		ObjectNode event = MAPPER.createObjectNode()
			.put("version", "0")
			.put("id", "00000000-0000-0000-0000-000000000000")
			.put("source", "lambda")
			.put("detail-type", "Lambda Function Invocation Result - Failure")
			.put("account", account)
			.put("time", "2026-01-01T00:00:00Z")
			.put("region", Aws.REGION.id());
		event.putArray("resources").add(detail.path("requestContext").path("functionArn").asString(""));
		event.set("detail", detail);
		return event;
	}

	private static JsonNode answer(Aftermath aftermath) {
		Body answer = aftermath.attempts(aftermath.hopeless())
			.stream()
			.map(Invocation::response)
			.reduce(Body.empty(), (before, after) -> (after != null) ? after : before);
		try {
			return MAPPER.readTree(String.valueOf(answer.text()));
		}
		catch (JacksonException ex) {
			return MAPPER.createObjectNode();
		}
	}

}

package academy.coldstart.graders.borrowedbadge;

import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.grader.Calls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message to the bank.
 *
 * @param payout the id of the payout
 * @param amount the amount, or 0 when it names none
 */
record Transfer(String payout, int amount) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * Read the messages that were sent, one by one or in batches.
	 * @param calls the calls of a function
	 * @return the messages that are JSON
	 */
	static List<Transfer> sent(Calls calls) {
		return calls.service("sqs")
			.succeeded()
			.list()
			.stream()
			.map((call) -> json(call.request().text()))
			.flatMap((request) -> Stream.concat(Stream.of(request), request.path("Entries").valueStream()))
			.filter((entry) -> entry.has("MessageBody"))
			.map((entry) -> json(entry.path("MessageBody").asString("")))
			.map((body) -> new Transfer(body.path("payoutId").asString(""), body.path("amount").asInt(0)))
			.toList();
	}

	private static JsonNode json(@Nullable String text) {
		try {
			return MAPPER.readTree((text != null) ? text : "");
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

}

package academy.coldstart.graders.chargeonce;

import java.time.Duration;
import java.util.Set;

import academy.coldstart.grader.Result;
import academy.coldstart.trace.AwsCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The claim that a delivery leaves behind when it crashes, as long as it is surely alive.
 * A delivery has met it when it was over by then, or when the table showed it the claim:
 * what it does afterwards, such as waiting for the end of the claim, is its answer.
 *
 * @param table the name of the table that claims are in
 * @param aliveUntil until when it is alive at least, in milliseconds since the trace
 * began
 */
record Claim(String table, double aliveUntil) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Set<String> READS = Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems",
			"ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction");

	private static final Set<String> REFUSALS = Set.of("ConditionalCheckFailedException",
			"TransactionCanceledException", "DuplicateItemException");

	/**
	 * Look at the claim of a delivery. It was made after the invocation began, so it is
	 * alive for its time from then on at least.
	 * @param crashed the delivery that crashed
	 * @param table the name of the table
	 * @param seconds how long a claim is alive
	 * @return its claim
	 */
	static Claim of(Result crashed, String table, int seconds) {
		double begin = crashed.view()
			.timeline()
			.invocation(crashed.requestId())
			.map((invocation) -> invocation.startMs())
			.orElseThrow(() -> new IllegalStateException("The invocation that crashed was not recorded."));
		return new Claim(table, begin + Duration.ofSeconds(seconds).toMillis());
	}

	boolean isMetBy(Result delivery) {
		return delivery.endMs() < this.aliveUntil || !delivery.calls()
			.service("dynamodb")
			.touching(this.table)
			.matching((call) -> call.endMs() < this.aliveUntil && (isRefused(call) || showsAnItem(call)))
			.isEmpty();
	}

	private static boolean isRefused(AwsCall call) {
		return call.errorCode() != null && REFUSALS.contains(call.errorCode());
	}

	// Attributes come with their type; every item has some.
	private static boolean showsAnItem(AwsCall call) {
		if (!call.succeeded() || !READS.contains(call.operation())) {
			return false;
		}
		JsonNode response = read(String.valueOf(call.response().text()));
		return response.findValue("S") != null || response.findValue("N") != null;
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

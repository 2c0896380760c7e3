package academy.coldstart.graders.chargeonce;

import java.time.Instant;
import java.util.List;

import academy.coldstart.grader.Result;
import academy.coldstart.grader.TraceView;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimTests {

	private static final String ITEM = "{\"Item\": {\"pk\": {\"S\": \"t-fern#o-1\"}}}";

	private final Claim claim = new Claim("ledger", 2000);

	@Test
	void isMetByADeliveryThatIsOverInTime() {
		assertThat(this.claim.isMetBy(delivery(1900))).isTrue();
	}

	@Test
	void isMetByADeliveryThatIsRefusedAndWaits() {
		assertThat(this.claim
			.isMetBy(delivery(2500, call("PutItem", "ledger", 700, "ConditionalCheckFailedException", "{}")))).isTrue();
	}

	@Test
	void isMetByADeliveryThatReadsItAndWaits() {
		assertThat(this.claim.isMetBy(delivery(2500, call("GetItem", "ledger", 700, null, ITEM)))).isTrue();
	}

	@Test
	void isNotMetByADeliveryThatTheMachineWasTooSlowFor() {
		assertThat(this.claim.isMetBy(delivery(2500))).isFalse();
		assertThat(this.claim
			.isMetBy(delivery(2500, call("PutItem", "ledger", 2100, "ConditionalCheckFailedException", "{}"))))
			.isFalse();
		assertThat(this.claim.isMetBy(delivery(2500, call("GetItem", "ledger", 2100, null, ITEM)))).isFalse();
	}

	@Test
	void isNotMetByADeliveryThatFindsNothing() {
		assertThat(this.claim.isMetBy(delivery(2500, call("GetItem", "ledger", 700, null, "{}")))).isFalse();
		assertThat(this.claim.isMetBy(delivery(2500, call("PutItem", "ledger", 700, null, "{}")))).isFalse();
		assertThat(this.claim.isMetBy(delivery(2500, call("GetItem", "prices", 700, null, ITEM)))).isFalse();
	}

	private static Result delivery(double endMs, AwsCall... calls) {
		Trace trace = new Trace(Trace.CONTRACT, 1, new AccountId("111122223333"), Instant.EPOCH, List.of(), List.of(),
				List.of(calls), List.of(), List.of());
		return new Result("r-1", "null", null, "", 400, endMs, new TraceView(trace), null);
	}

	private static AwsCall call(String operation, String table, double endMs, @Nullable String error, String response) {
		return new AwsCall("c1", "e1", "r-1", Phase.INVOKE, "1", null, 1, "dynamodb", operation, table, "eu-central-1",
				endMs - 20, endMs, (error != null) ? 400 : 200, error, null, CallOutcome.FORWARDED, Body.empty(),
				Body.of(response), null);
	}

}

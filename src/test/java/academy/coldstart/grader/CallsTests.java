package academy.coldstart.grader;

import java.util.List;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallsTests {

	private static final Calls CALLS = new Calls(List.of(
			call("c1", "e1", "i1", 500, "dynamodb", "PutItem", "orders", "{}", 410),
			call("c2", "e1", "i1", 200, "dynamodb", "PutItem", "orders", "{}", 440),
			call("c3", "e2", "i1", 200, "dynamodb", "TransactWriteItems", null,
					"{\"TransactItems\":[{\"Put\":{\"TableName\":\"orders\"}}]}", 470),
			call("c4", "e2", "i9", 200, "sqs", "SendMessage", "http://127.0.0.1:4566/111122223333/mail", "{}", 500)));

	@Test
	void countsAttemptsOfOneCallOnceAndKeepsTheLast() {
		assertThat(CALLS.service("dynamodb").logical().list()).extracting(AwsCall::id).containsExactly("c2", "c3");
	}

	@Test
	void findsEveryTouchOfAResourceWhateverTheOperation() {
		assertThat(CALLS.touching("orders").list()).extracting(AwsCall::id).containsExactly("c1", "c2", "c3");
		assertThat(CALLS.touching("arn:aws:sqs:us-east-1:111122223333:mail").count()).isEqualTo(1);
		assertThat(CALLS.touching("order").isEmpty()).isTrue();
	}

	@Test
	void narrowsDownStepByStep() {
		assertThat(CALLS.service("dynamodb").operation("PutItem").succeeded().environment("e1").list())
			.extracting(AwsCall::id)
			.containsExactly("c2");
		assertThat(CALLS.since(470).count()).isEqualTo(2);
		assertThat(CALLS.phase(Phase.INIT).isEmpty()).isTrue();
	}

	@Test
	void tellsConnectionsApartByEnvironment() {
		assertThat(CALLS.connections()).hasSize(2);
	}

	@Test
	void writesTimesForMessages() {
		assertThat(CALLS.service("dynamodb").times()).isEqualTo("0.41 s, 0.44 s and 0.47 s");
		assertThat(CALLS.service("sqs").times()).isEqualTo("0.50 s");
	}

	private static AwsCall call(String id, String environment, String sdkId, int status, String service,
			String operation, @Nullable String resource, String request, double startMs) {
		return new AwsCall(id, environment, "r-1", Phase.INVOKE, "1", sdkId, 1, service, operation, resource,
				"us-east-1", startMs, startMs + 5, status, null, null, CallOutcome.FORWARDED, Body.of(request),
				Body.empty(), null);
	}

}

package academy.coldstart.recording;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EngineCallsReceiverTests {

	private static final String CALL = """
			[{"account": "111122223333", "service": "cloudwatch", "operation": "PutMetricData", "resource": "AWS/Lambda",
			  "region": "us-east-1", "startedAtEpochMs": %d, "durationMs": 4.5, "status": 200, "errorCode": null,
			  "errorMessage": null, "request": {"Namespace": "AWS/Lambda"}, "response": "ok", "principal": "lambda"},
			 {"account": "111122223333", "service": "sqs", "operation": "SendMessage",
			  "resource": "http://localhost:4566/queue/us-east-1/111122223333/dlq", "startedAtEpochMs": %d,
			  "durationMs": 1, "status": 400, "errorCode": "QueueDoesNotExist", "errorMessage": "gone"},
			 {"account": "999988887777", "service": "sqs", "operation": "SendMessage", "startedAtEpochMs": 0,
			  "durationMs": 1, "status": 200}]
			""";

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC());

	private final EngineCallsReceiver receiver = new EngineCallsReceiver(this.traces, "secret");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@AfterEach
	void close() {
		this.receiver.close();
	}

	@Test
	void recordsWhatTheEngineDidByItself() throws Exception {
		this.traces.open(this.recorder);
		long start = this.recorder.snapshot().startedAt().toEpochMilli();
		assertThat(post(this.receiver.uri().resolve("/calls"), "secret", CALL.formatted(start + 2000, start + 3000)))
			.isEqualTo(204);
		assertThat(this.recorder.snapshot().calls()).hasSize(2);
		AwsCall metric = this.recorder.snapshot().calls().getFirst();
		assertThat(metric.phase()).isEqualTo(Phase.ENGINE);
		assertThat(metric.environment()).isNull();
		assertThat(metric.service()).isEqualTo("monitoring");
		assertThat(metric.startMs()).isCloseTo(2000, within(1.0));
		assertThat(metric.endMs() - metric.startMs()).isCloseTo(4.5, within(0.01));
		assertThat(metric.request().text()).isEqualTo("{\"Namespace\":\"AWS/Lambda\"}");
		assertThat(metric.response().text()).isEqualTo("ok");
		AwsCall letter = this.recorder.snapshot().calls().getLast();
		assertThat(letter.resource()).isEqualTo("dlq");
		assertThat(letter.errorCode()).isEqualTo("QueueDoesNotExist");
		assertThat(letter.response().bytes()).isZero();
	}

	@Test
	void forgetsCallsOfAccountsThatNobodyRecords() throws Exception {
		assertThat(
				post(this.receiver.uri().resolve("/calls"), "secret", CALL.formatted(1, Instant.EPOCH.toEpochMilli())))
			.isEqualTo(204);
		this.traces.open(this.recorder);
		assertThat(this.recorder.snapshot().calls()).isEmpty();
	}

	@Test
	void demandsTheToken() throws Exception {
		assertThat(post(this.receiver.uri().resolve("/calls"), null, "[]")).isEqualTo(401);
		assertThat(post(this.receiver.uri().resolve("/calls"), "wrong", "[]")).isEqualTo(401);
	}

	@Test
	void refusesWhatIsNoReport() throws Exception {
		String token = "secret";
		assertThat(post(this.receiver.uri().resolve("/calls"), token, "{")).isEqualTo(400);
		assertThat(post(this.receiver.uri().resolve("/calls"), token, "[{\"account\": \"test\"}]")).isEqualTo(400);
		assertThat(post(this.receiver.uri().resolve("/calls"), token, "[{\"account\": \"111122223333\"}]"))
			.isEqualTo(400);
		assertThat(post(this.receiver.uri().resolve("/other"), token, "[]")).isEqualTo(404);
	}

	private int post(URI uri, @Nullable String token, String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
	}

}

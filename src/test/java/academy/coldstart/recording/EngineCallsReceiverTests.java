package academy.coldstart.recording;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

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
		long now = System.nanoTime();
		report(now - millis(500), now, now - millis(200), now);
		assertThat(this.recorder.snapshot().calls()).hasSize(2);
		AwsCall metric = this.recorder.snapshot().calls().getFirst();
		assertThat(metric.phase()).isEqualTo(Phase.ENGINE);
		assertThat(metric.environment()).isNull();
		assertThat(metric.service()).isEqualTo("monitoring");
		assertThat(metric.startMs()).isEqualTo(this.recorder.at(now - millis(500)));
		assertThat(metric.endMs() - metric.startMs()).isCloseTo(4.5, within(0.01));
		assertThat(metric.request().text()).isEqualTo("{\"Namespace\":\"AWS/Lambda\"}");
		assertThat(metric.response().text()).isEqualTo("ok");
		AwsCall letter = this.recorder.snapshot().calls().getLast();
		assertThat(letter.resource()).isEqualTo("dlq");
		assertThat(letter.errorCode()).isEqualTo("QueueDoesNotExist");
		assertThat(letter.response().bytes()).isZero();
	}

	@Test
	void knowsWhenItWasWhateverClockTheEngineHas() throws Exception {
		this.traces.open(this.recorder);
		double before = this.recorder.now();
		long other = System.nanoTime() + Duration.ofHours(1).toNanos();
		report(other - millis(500), other, other - millis(400), other);
		double after = this.recorder.now();
		assertThat(this.recorder.snapshot().calls()).extracting(AwsCall::startMs)
			.allSatisfy((start) -> assertThat(start).isBetween(before - 500, after - 400));
		assertThat(this.recorder.snapshot().calls().getLast().startMs()
				- this.recorder.snapshot().calls().getFirst().startMs())
			.isBetween(100.0, 100.0 + after - before);
	}

	@Test
	void forgetsCallsOfAccountsThatNobodyRecords() throws Exception {
		report(1, 2, 3, 4);
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

	private void report(Object... times) throws Exception {
		String calls = """
				[{"account": "111122223333", "service": "cloudwatch", "operation": "PutMetricData", "resource": "AWS/Lambda",
				  "region": "us-east-1", "startedNs": %d, "sentNs": %d, "durationMs": 4.5, "status": 200, "errorCode": null,
				  "errorMessage": null, "request": {"Namespace": "AWS/Lambda"}, "response": "ok", "principal": "lambda"},
				 {"account": "111122223333", "service": "sqs", "operation": "SendMessage",
				  "resource": "http://localhost:4566/queue/us-east-1/111122223333/dlq", "startedNs": %d, "sentNs": %d,
				  "durationMs": 1, "status": 400, "errorCode": "QueueDoesNotExist", "errorMessage": "gone"},
				 {"account": "999988887777", "service": "sqs", "operation": "SendMessage", "startedNs": 0, "sentNs": 0,
				  "durationMs": 1, "status": 200}]
				"""
			.formatted(times);
		assertThat(post(this.receiver.uri().resolve("/calls"), "secret", calls)).isEqualTo(204);
	}

	private static long millis(long count) {
		return Duration.ofMillis(count).toNanos();
	}

	private int post(URI uri, @Nullable String token, String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
	}

}

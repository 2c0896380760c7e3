package academy.coldstart.recording;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import academy.coldstart.authorization.ResourceFacts;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EngineDecisionsTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private static final String ROLE_KEY = "LSIARTX3GSDS75WQESBP";

	private static final String QUESTION = """
			{"account": "111122223333", "accessKeyId": "%s", "principal": "%s", "sourceArn": "%s", "service": "%s",
			 "operation": "%s", "region": "us-east-1",
			 "request": {"QueueUrl": "http://localhost:4566/queue/us-east-1/111122223333/mails", "Entries": []}}
			""";

	private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:orders";

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final RecordingProxy proxy = new RecordingProxy(this.traces, Clock.systemUTC());

	private final EngineCallsReceiver receiver = new EngineCallsReceiver(this.traces, "secret", this.proxy);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private String role = "{'Effect': 'Allow', 'Action': 'sqs:ReceiveMessage', 'Resource': '*'}";

	private @Nullable String queue;

	private boolean failing;

	@BeforeEach
	void open() {
		this.traces.open(this.recorder);
		this.proxy.admit(ACCOUNT, new Upstream(URI.create("http://127.0.0.1:1"), List.of(), new ScriptedAuthority()));
	}

	@AfterEach
	void close() {
		this.receiver.close();
		this.proxy.close();
	}

	@Test
	void letsAPollerReadWhatTheRoleMayRead() throws Exception {
		JsonNode answer = ask(ROLE_KEY, "lambda", "sqs", "ReceiveMessage");

		assertThat(answer.path("allowed").asBoolean()).isTrue();
		assertThat(answer.path("access").path("caller").asString()).endsWith("assumed-role/Charge/session-1");
		assertThat(answer.path("access").path("permissions").path(0).path("resource").asString())
			.isEqualTo("arn:aws:sqs:us-east-1:111122223333:mails");
	}

	@Test
	void deniesADeadLetterThatTheRoleMayNotSend() throws Exception {
		JsonNode answer = ask(ROLE_KEY, "lambda", "sqs", "SendMessageBatch");

		assertThat(answer.path("allowed").asBoolean()).isFalse();
		assertThat(answer.path("code").asString()).isEqualTo("AccessDenied");
		assertThat(answer.path("status").asInt()).isEqualTo(403);
		assertThat(answer.path("message").asString()).contains("sqs:SendMessage on resource: ")
			.endsWith("because no identity-based policy allows the sqs:SendMessage action");
	}

	@Test
	void asksThePolicyOfAQueueWhetherATopicMaySend() throws Exception {
		assertThat(ask("000000000000", "sns", "sqs", "SendMessage").path("allowed").asBoolean()).isFalse();
		this.queue = "{'Effect': 'Allow', 'Principal': {'Service': 'sns.amazonaws.com'}, 'Action': 'sqs:SendMessage', "
				+ "'Condition': {'ArnEquals': {'aws:SourceArn': '" + TOPIC + "'}}}";
		assertThat(ask("000000000000", "sns", "sqs", "SendMessage").path("allowed").asBoolean()).isTrue();
		assertThat(ask("000000000000", "events", "sqs", "SendMessage").path("allowed").asBoolean()).isFalse();
	}

	@Test
	void decidesNothingThatTheEngineDoesForItself() throws Exception {
		assertThat(ask("000000000000", "lambda", "cloudwatch", "PutMetricData").path("allowed").asBoolean()).isTrue();
		assertThat(ask("000000000000", "lambda", "sqs", "SendMessage").path("access").isNull()).isTrue();
	}

	@Test
	void decidesNothingInAnAccountWhoseRolesAreOpen() throws Exception {
		AccountId open = new AccountId("444455556666");
		this.traces.open(new TraceRecorder(1, open, Clock.systemUTC()));
		this.proxy.admit(open, new Upstream(URI.create("http://127.0.0.1:1")));
		JsonNode answer = JsonMapper.shared()
			.readTree(post("/decisions", QUESTION.formatted(ROLE_KEY, "lambda", "x", "sqs", "SendMessage")
				.replace("\"account\": \"111122223333\"", "\"account\": \"444455556666\"")).body());
		assertThat(answer.path("allowed").asBoolean()).isTrue();
		assertThat(answer.path("open").asBoolean()).isTrue();
		assertThat(answer.path("access").isNull()).isTrue();
	}

	@Test
	void asksAgainInAnAccountWhoseRolesDecide() throws Exception {
		assertThat(ask("000000000000", "lambda", "sqs", "SendMessage").path("open").asBoolean()).isFalse();
	}

	@Test
	void asksAgainInAnAccountThatIsNotKnownYet() throws Exception {
		JsonNode answer = JsonMapper.shared()
			.readTree(post("/decisions", QUESTION.formatted(ROLE_KEY, "lambda", "x", "sqs", "SendMessage")
				.replace("\"account\": \"111122223333\"", "\"account\": \"777788889999\"")).body());
		assertThat(answer.path("allowed").asBoolean()).isTrue();
		assertThat(answer.path("open").asBoolean()).isFalse();
	}

	@Test
	void recordsADeniedCallWithItsDecision() throws Exception {
		JsonNode access = ask(ROLE_KEY, "lambda", "sqs", "SendMessageBatch").path("access");
		post("/calls",
				"""
						[{"account": "111122223333", "service": "sqs", "operation": "SendMessageBatch", "resource": "mails",
						  "startedNs": 0, "sentNs": 0, "durationMs": 1, "status": 403, "errorCode": "AccessDenied", "access": %s}]
						"""
					.formatted(access));

		AwsCall call = this.recorder.snapshot().calls().getFirst();
		assertThat(call.outcome()).isEqualTo(CallOutcome.DENIED);
		assertThat(Objects.requireNonNull(call.access()).permissions().getFirst().action())
			.isEqualTo("sqs:SendMessage");
	}

	@Test
	void remembersACallThatNobodyDecidedOn() throws Exception {
		assertThat(this.proxy.undecided(ACCOUNT)).isEmpty();
		post("/calls",
				"""
						[{"account": "111122223333", "service": "sqs", "operation": "SendMessage", "resource": "mails", "startedNs": 0,
						  "sentNs": 0, "durationMs": 1, "status": 200, "undecided": true},
						 {"account": "111122223333", "service": "sqs", "operation": "DeleteMessage", "resource": "mails",
						  "startedNs": 0, "sentNs": 0, "durationMs": 1, "status": 200, "undecided": false}]
						""");

		assertThat(this.proxy.undecided(ACCOUNT)).containsExactly("SendMessage of sqs");
	}

	@Test
	void saysAtOnceThatItCannotDecide() throws Exception {
		this.failing = true;

		assertThat(
				post("/decisions", QUESTION.formatted(ROLE_KEY, "lambda", TOPIC, "sqs", "ReceiveMessage")).statusCode())
			.isEqualTo(503);
	}

	private JsonNode ask(String key, String principal, String service, String operation) throws Exception {
		HttpResponse<String> response = post("/decisions",
				QUESTION.formatted(key, principal, TOPIC, service, operation));
		assertThat(response.statusCode()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(this.receiver.uri().resolve(path))
			.header("Authorization", "Bearer secret")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static PolicyDocument policy(PolicyKind kind, String statement) {
		return PolicyDocument.parse("p", kind,
				("{'Version': '2012-10-17', 'Statement': " + statement + "}").replace('\'', '"'));
	}

	private final class ScriptedAuthority implements Authority {

		@Override
		public Optional<Caller> caller(RoleSession session) {
			return Optional.of(Caller.of("arn:aws:sts::111122223333:assumed-role/Charge/session-1"));
		}

		@Override
		public GrantedPolicies policies(Caller caller, Permission permission) {
			if (EngineDecisionsTests.this.failing) {
				throw new IllegalStateException("IAM did not answer");
			}
			boolean service = caller.role() == null;
			GrantedPolicies granted = service ? GrantedPolicies.NONE
					: new GrantedPolicies(List.of(policy(PolicyKind.IDENTITY, EngineDecisionsTests.this.role)), null);
			String statement = EngineDecisionsTests.this.queue;
			return granted.with((statement != null) ? policy(PolicyKind.RESOURCE, statement) : null, false);
		}

		@Override
		public ResourceFacts facts() {
			return ResourceFacts.NONE;
		}

		@Override
		public void forget() {
		}

	}

}

package academy.coldstart.recording;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import academy.coldstart.fault.Effect;
import academy.coldstart.fault.Effect.Point;
import academy.coldstart.fault.FaultRule;
import academy.coldstart.fault.FaultRules;
import academy.coldstart.fault.Quota;
import academy.coldstart.fault.SetRule;
import academy.coldstart.recording.FakeEngine.Answer;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InternalServerErrorException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Real SDK clients whose calls meet faults.
 */
class FaultedCallTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private static final int ATTEMPTS = 3;

	private static final Effect THROTTLE = new Effect.Throttle(null);

	private final FakeEngine engine = new FakeEngine();

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final RecordingProxy proxy = new RecordingProxy(this.traces, Clock.systemUTC());

	private final FaultRules rules = new FaultRules(this.recorder, (environment) -> {
		this.killed.add(environment);
		this.line.close();
	});

	private final List<String> killed = new CopyOnWriteArrayList<>();

	private Duration patience = Duration.ofMinutes(1);

	private EnvironmentLine line;

	@BeforeEach
	void open() {
		this.traces.open(this.recorder);
		this.proxy.admit(ACCOUNT, new Upstream(this.engine.uri()), this.rules);
		this.line = this.proxy.open("e1", ACCOUNT, new RoleSession("LSIARTX3GSDS75WQESBP", "token"));
		this.line.enter(Phase.INVOKE, "request-1");
	}

	@AfterEach
	void close() {
		assertThat(this.proxy.faults(ACCOUNT)).isEmpty();
		this.line.close();
		this.proxy.close();
		this.engine.close();
	}

	@Test
	void throttlesBeyondRetriesAndThenLetsTheNextCallPass() {
		SetRule rule = set("GetItem", new Quota(0, 1, Quota.ALL), THROTTLE);
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			assertThatExceptionOfType(ProvisionedThroughputExceededException.class).isThrownBy(() -> getItem(client))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(400));
			assertThatNoException().isThrownBy(() -> getItem(client));
		}
		assertThat(rule.strikes()).isEqualTo(ATTEMPTS);
		assertThat(this.engine.received()).hasSize(1);
		assertThat(calls()).extracting(AwsCall::outcome)
			.containsExactly(CallOutcome.FAULTED, CallOutcome.FAULTED, CallOutcome.FAULTED, CallOutcome.FORWARDED);
		assertThat(calls().getFirst().fault())
			.isEqualTo(new InjectedFault(rule.id(), InjectedFault.Kind.THROTTLE, "throttled", null));
		assertThat(calls().getFirst().errorCode()).isEqualTo("ProvisionedThroughputExceededException");
		assertThat(calls().getLast().fault()).isNull();
	}

	@Test
	void throttlesOneRequestSoThatTheRetryComesThrough() {
		SetRule rule = set("GetItem", new Quota(0, 1, 0), THROTTLE);
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			assertThatNoException().isThrownBy(() -> getItem(client));
		}
		assertThat(rule.strikes()).isEqualTo(1);
		assertThat(calls()).extracting(AwsCall::attempt).containsExactly(1, 2);
	}

	@Test
	void everyServiceThrottlesWithItsOwnErrorAndIsRetried() {
		set(null, Quota.EVERY_REQUEST, THROTTLE);
		try (LambdaClient client = client(LambdaClient.builder())) {
			assertThatExceptionOfType(TooManyRequestsException.class)
				.isThrownBy(() -> client.invoke((invoke) -> invoke.functionName("f")));
		}
		try (S3Client client = client(S3Client.builder())) {
			assertThrottled("SlowDown", () -> client.getObjectAsBytes((get) -> get.bucket("bucket").key("k")));
			assertThrottled("SlowDown",
					() -> client.putObject((put) -> put.bucket("bucket").key("k"), RequestBody.fromString("hello")));
		}
		try (SqsClient client = client(SqsClient.builder())) {
			assertThrottled("RequestThrottled",
					() -> client.sendMessage((send) -> send.queueUrl(queue()).messageBody("m")));
		}
		try (SnsClient client = client(SnsClient.builder())) {
			assertThrottled("Throttled", () -> client
				.publish((publish) -> publish.topicArn("arn:aws:sns:us-east-1:111122223333:t").message("m")));
		}
		try (SsmClient client = client(SsmClient.builder())) {
			assertThrottled("ThrottlingException", () -> client.getParameter((get) -> get.name("/p")));
		}
		try (CloudWatchClient client = client(CloudWatchClient.builder())) {
			assertThrottled("ThrottlingException", () -> client.putMetricData((put) -> put.namespace("Shop")));
		}
		assertThat(calls()).hasSize(7 * ATTEMPTS)
			.allSatisfy((call) -> assertThat(call.outcome()).isEqualTo(CallOutcome.FAULTED));
		assertThat(this.engine.received()).allMatch(FaultedCallTests::asksForTheOwnerOfABucket);
	}

	@Test
	void answersWithTheErrorOfABrokenService() {
		set(null, new Quota(0, 1, Quota.ALL), new Effect.ServerError(500, null));
		set(null, new Quota(0, 1, Quota.ALL), new Effect.ServerError(503, "Back at noon"));
		try (SsmClient client = client(SsmClient.builder())) {
			assertThatExceptionOfType(InternalServerErrorException.class)
				.isThrownBy(() -> client.getParameter((get) -> get.name("/p")));
			assertThatExceptionOfType(AwsServiceException.class)
				.isThrownBy(() -> client.getParameter((get) -> get.name("/p")))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(503))
				.withMessageContaining("Back at noon");
		}
		assertThat(calls()).hasSize(2 * ATTEMPTS);
	}

	@Test
	void answersWithAnyErrorInEveryProtocol() {
		set(null, Quota.EVERY_REQUEST, new Effect.Failure(418, "TeapotException", "short & <stout>"));
		assertThat(Client.values()).allSatisfy(
				(client) -> assertThatExceptionOfType(AwsServiceException.class).isThrownBy(() -> client.call(this))
					.satisfies((ex) -> {
						assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("TeapotException");
						assertThat(ex.awsErrorDetails().errorMessage()).isEqualTo("short & <stout>");
						assertThat(ex.statusCode()).isEqualTo(418);
					}));
	}

	@Test
	void forwardsDelayedCallsLateAndSaysSo() {
		SetRule rule = set("GetItem", new Quota(0, 1, 0), new Effect.Delay(Duration.ofMillis(300), Point.BEFORE));
		set("GetItem", new Quota(0, 1, 0), new Effect.Delay(Duration.ofMillis(200), Point.AFTER));
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			assertThatNoException().isThrownBy(() -> getItem(client));
		}
		AwsCall call = calls().getFirst();
		assertThat(call.outcome()).isEqualTo(CallOutcome.FORWARDED);
		assertThat(call.endMs() - call.startMs()).isGreaterThanOrEqualTo(500);
		assertThat(rule.strikes()).isEqualTo(1);
		assertThat(call.fault()).isNotNull()
			.extracting(InjectedFault::text, InjectedFault::serviceStatus)
			.containsExactly("delayed by 300 ms, answered 200 ms late", 200);
	}

	@ParameterizedTest
	@EnumSource(Client.class)
	void resetsTheConnectionBeforeTheServiceSeesTheCall(Client client) {
		SetRule rule = set(client.operation, Quota.EVERY_REQUEST, new Effect.Reset(Point.BEFORE));

		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> client.call(this));

		assertThat(rule.strikes()).isEqualTo(ATTEMPTS);
		assertThat(calls()).hasSize(ATTEMPTS).allSatisfy((call) -> {
			assertThat(call.outcome()).isEqualTo(CallOutcome.FAULTED);
			assertThat(call.status()).isZero();
			assertThat(call.mayHaveTakenEffect()).isFalse();
			assertThat(fault(call).kind()).isEqualTo(InjectedFault.Kind.RESET);
		});
		assertThat(served()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Client.class)
	void dropsTheReplyOfWhatTheServiceHasDone(Client client) {
		set(client.operation, new Quota(0, 1, 0), new Effect.Reset(Point.AFTER));

		assertThatNoException().isThrownBy(() -> client.call(this));

		assertThat(served()).hasSize(2);
		assertThat(calls()).extracting(AwsCall::outcome).containsExactly(CallOutcome.FAULTED, CallOutcome.FORWARDED);
		assertThat(calls().getFirst().succeeded()).isFalse();
		assertThat(calls().getFirst().mayHaveTakenEffect()).isTrue();
		assertThat(fault(calls().getFirst()).serviceStatus()).isEqualTo(200);
		assertThat(fault(calls().getFirst()).text()).isEqualTo("done by the service, but the reply dropped");
	}

	@ParameterizedTest
	@EnumSource(Client.class)
	void killsTheEnvironmentBeforeTheCall(Client client) {
		set(client.operation, new Quota(0, 1, 0), new Effect.Kill(Point.BEFORE));

		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> client.call(this));

		assertThat(this.killed).containsExactly("e1");
		assertThat(served()).isEmpty();
		assertThat(fault(calls().getFirst()).kind()).isEqualTo(InjectedFault.Kind.KILLED_BEFORE);
	}

	@ParameterizedTest
	@EnumSource(Client.class)
	void killsTheEnvironmentAfterTheCall(Client client) {
		set(client.operation, new Quota(0, 1, 0), new Effect.Kill(Point.AFTER));

		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> client.call(this));

		assertThat(this.killed).containsExactly("e1");
		assertThat(served()).hasSize(1);
		assertThat(fault(calls().getFirst()).kind()).isEqualTo(InjectedFault.Kind.KILLED_AFTER);
		assertThat(calls().getFirst().mayHaveTakenEffect()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Client.class)
	void sendsTheReplyPieceByPieceAndWhole(Client client) {
		set(client.operation, Quota.EVERY_REQUEST, new Effect.Trickle(20));

		assertThatNoException().isThrownBy(() -> client.call(this));

		assertThat(calls()).hasSize(1);
		assertThat(fault(calls().getFirst()).text()).isEqualTo("reply sent with 20 bytes a second");
	}

	@Test
	void sendsLongRepliesSlowly() {
		set("GetItem", Quota.EVERY_REQUEST, new Effect.Trickle(100));
		this.engine.answer(Answer.json(200, "{\"Item\":{\"id\":{\"S\":\"" + "x".repeat(40) + "\"}}}"));
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			double start = this.recorder.now();
			assertThat(client.getItem((get) -> get.tableName("orders").key(key())).item()).containsEntry("id",
					AttributeValue.fromS("x".repeat(40)));
			assertThat(this.recorder.now() - start).isGreaterThanOrEqualTo(500);
		}
	}

	@ParameterizedTest
	@EnumSource(value = Client.class, names = "S3_PUT", mode = EnumSource.Mode.EXCLUDE)
	void leavesCallsWithoutAnswerUntilTheCallerGivesUp(Client client) {
		set(client.operation, Quota.EVERY_REQUEST, new Effect.Hang());
		this.patience = Duration.ofMillis(400);

		assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> client.call(this));

		awaitCalls(1);
		assertThat(calls().getFirst().outcome()).isEqualTo(CallOutcome.FAULTED);
		assertThat(served()).isEmpty();
		Awaitility.await().until(() -> calls().getFirst().endMs() - calls().getFirst().startMs() > 100);
	}

	@Test
	void letsHangingCallsGoWhenTheRuleEnds() {
		SetRule rule = set("PutObject", new Quota(0, 1, 0), new Effect.Hang());
		CompletableFuture<Void> call = CompletableFuture.runAsync(() -> Client.S3_PUT.call(this));
		awaitCalls(1);
		assertThat(call).isNotDone();

		this.rules.end(rule);

		assertThat(call).succeedsWithin(Duration.ofSeconds(20));
		assertThat(served()).hasSize(1);
	}

	@Test
	void gathersCallsSoThatNoneSeesWhatAnotherDoes() throws Exception {
		set("PutItem", Quota.EVERY_REQUEST, new Effect.Gather(3, Duration.ofMinutes(1)));
		try (DynamoDbClient client = client(DynamoDbClient.builder());
				ExecutorService threads = Executors.newFixedThreadPool(2)) {
			Future<?> first = threads.submit(() -> putItem(client));
			Future<?> second = threads.submit(() -> putItem(client));
			assertThatNoException().isThrownBy(() -> getItem(client));
			assertThat(served()).hasSize(1);
			assertThat(first.isDone() || second.isDone()).isFalse();
			putItem(client);
			first.get();
			second.get();
		}
		assertThat(served()).hasSize(4);
		assertThat(calls()).extracting(AwsCall::outcome).containsOnly(CallOutcome.FORWARDED);
	}

	@Test
	void neverForwardsADelayedCallWhoseCallerGaveUp() {
		set("GetItem", Quota.EVERY_REQUEST, new Effect.Delay(Duration.ofMinutes(5), Point.BEFORE));
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			assertThatExceptionOfType(ApiCallTimeoutException.class)
				.isThrownBy(() -> client.getItem((get) -> get.tableName("orders")
					.key(key())
					.overrideConfiguration((call) -> call.apiCallTimeout(Duration.ofMillis(300)))));
		}
		awaitCalls(1);
		assertThat(calls().getFirst().outcome()).isEqualTo(CallOutcome.FAULTED);
		assertThat(calls().getFirst().status()).isZero();
		assertThat(calls().getFirst().mayHaveTakenEffect()).isFalse();
		assertThat(this.engine.received()).isEmpty();
	}

	@Test
	void remembersThatACallTookEffectWhoseReplyCameTooLate() {
		set("PutItem", Quota.EVERY_REQUEST, new Effect.Delay(Duration.ofMinutes(5), Point.AFTER));
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			assertThatExceptionOfType(ApiCallTimeoutException.class)
				.isThrownBy(() -> client.putItem((put) -> put.tableName("orders")
					.item(key())
					.overrideConfiguration((call) -> call.apiCallTimeout(Duration.ofMillis(500)))));
		}
		awaitCalls(1);
		assertThat(calls().getFirst().succeeded()).isFalse();
		assertThat(calls().getFirst().mayHaveTakenEffect()).isTrue();
		assertThat(this.engine.received()).hasSize(1);
	}

	@Test
	void seesTheBodyOfEveryProtocol() {
		this.rules.set(new FaultRule("o-17", (call) -> call.body().get().contains("o-17 & co"), Quota.EVERY_REQUEST,
				new Effect.Failure(400, "Found", ""), null), null);
		try (SnsClient sns = client(SnsClient.builder());
				DynamoDbClient dynamoDb = client(DynamoDbClient.builder());
				CloudWatchClient cloudWatch = client(CloudWatchClient.builder())) {
			assertFound(() -> sns
				.publish((publish) -> publish.topicArn("arn:aws:sns:us-east-1:111122223333:t").message("o-17 & co")));
			assertFound(() -> dynamoDb
				.getItem((get) -> get.tableName("orders").key(Map.of("id", AttributeValue.fromS("o-17 & co")))));
			assertFound(() -> cloudWatch.putMetricData((put) -> put.namespace("o-17 & co")));
			assertThatNoException().isThrownBy(() -> getItem(dynamoDb));
		}
	}

	private static boolean asksForTheOwnerOfABucket(FakeEngine.Received request) {
		return request.method().equals("HEAD");
	}

	private static void assertFound(ThrowingCallable call) {
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("Found"));
	}

	private void assertThrottled(String code, ThrowingCallable call) {
		int before = calls().size();
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(code);
			assertThat(ex.isThrottlingException()).isTrue();
		});
		assertThat(calls()).hasSize(before + ATTEMPTS);
	}

	private String queue() {
		return this.line.inward(this.engine.uri() + "/queue/us-east-1/111122223333/q");
	}

	private static void getItem(DynamoDbClient client) {
		client.getItem((get) -> get.tableName("orders").key(key()));
	}

	private static void putItem(DynamoDbClient client) {
		client.putItem((put) -> put.tableName("orders").item(key()));
	}

	private static Map<String, AttributeValue> key() {
		return Map.of("id", AttributeValue.fromS("o-1"));
	}

	private SetRule set(@Nullable String operation, Quota quota, Effect effect) {
		return this.rules.set(new FaultRule(String.valueOf(operation),
				(call) -> operation == null || call.operation().equals(operation), quota, effect, null), "C1");
	}

	private void awaitCalls(int count) {
		Awaitility.await().until(() -> calls().size() >= count);
	}

	private void answer(Answer answer) {
		this.engine.answer((request) -> asksForTheOwnerOfABucket(request) ? Answer.xml(404, "") : answer);
	}

	private List<FakeEngine.Received> served() {
		return this.engine.received().stream().filter((request) -> !asksForTheOwnerOfABucket(request)).toList();
	}

	private static InjectedFault fault(AwsCall call) {
		return Objects.requireNonNull(call.fault());
	}

	private List<AwsCall> calls() {
		return this.recorder.snapshot().calls();
	}

	private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
		return builder.endpointOverride(this.line.uri())
			.overrideConfiguration((client) -> client.retryStrategy((retry) -> retry.maxAttempts(ATTEMPTS))
				.apiCallTimeout(this.patience))
			.region(Region.US_EAST_1)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
			.build();
	}

	/**
	 * A client for each protocol, with one call.
	 */
	enum Client {

		JSON("GetItem") {

			@Override
			void call(FaultedCallTests test) {
				try (DynamoDbClient client = test.client(DynamoDbClient.builder())) {
					getItem(client);
				}
			}

		},

		REST_JSON("Invoke") {

			@Override
			void call(FaultedCallTests test) {
				try (LambdaClient client = test.client(LambdaClient.builder())) {
					client.invoke((invoke) -> invoke.functionName("f"));
				}
			}

		},

		QUERY("Publish") {

			@Override
			void call(FaultedCallTests test) {
				test.answer(Answer.xml(200,
						"<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>"));
				try (SnsClient client = test.client(SnsClient.builder())) {
					client.publish((publish) -> publish.topicArn("arn:aws:sns:us-east-1:111122223333:t").message("m"));
				}
			}

		},

		CBOR("PutMetricData") {

			@Override
			void call(FaultedCallTests test) {
				test.answer(Answer.of(200, "application/cbor", "").with("smithy-protocol", "rpc-v2-cbor"));
				try (CloudWatchClient client = test.client(CloudWatchClient.builder())) {
					client.putMetricData((put) -> put.namespace("Shop"));
				}
			}

		},

		S3_GET("GetObject") {

			@Override
			void call(FaultedCallTests test) {
				try (S3Client client = test.client(S3Client.builder())) {
					client.getObjectAsBytes((get) -> get.bucket("bucket").key("k"));
				}
			}

		},

		S3_PUT("PutObject") {

			@Override
			void call(FaultedCallTests test) {
				try (S3Client client = test.client(S3Client.builder())) {
					client.putObject((put) -> put.bucket("bucket").key("k"), RequestBody.fromString("hello"));
				}
			}

		};

		private final String operation;

		Client(String operation) {
			this.operation = operation;
		}

		abstract void call(FaultedCallTests test);

	}

}

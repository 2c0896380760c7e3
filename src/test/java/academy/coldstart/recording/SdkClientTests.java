package academy.coldstart.recording;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import academy.coldstart.recording.FakeEngine.Answer;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Real SDK clients on the function's side of the line.
 */
class SdkClientTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private final FakeEngine engine = new FakeEngine();

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final RecordingProxy proxy = new RecordingProxy(this.traces, Clock.systemUTC());

	private GateDecision decision = GateDecision.FORWARD;

	private EnvironmentLine line;

	@BeforeEach
	void open() {
		this.traces.open(this.recorder);
		this.proxy.admit(ACCOUNT, new Upstream(this.engine.uri(), List.of((call) -> this.decision)));
		this.line = this.proxy.open("e1", ACCOUNT, new RoleSession("LSIARTX3GSDS75WQESBP", "token"));
		this.line.enter(Phase.INVOKE, "request-1");
	}

	@AfterEach
	void close() {
		this.line.close();
		this.proxy.close();
		this.engine.close();
	}

	@Test
	void dynamoDbRaisesItsOwnErrors() {
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			this.engine.answer(Answer.json(200, "{\"Item\":{\"id\":{\"S\":\"o-1\"}}}"));
			assertThat(client.getItem((get) -> get.tableName("orders").key(Map.of("id", AttributeValue.fromS("o-1"))))
				.item()).containsEntry("id", AttributeValue.fromS("o-1"));
			this.engine.answer(Answer.json(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
					+ "ConditionalCheckFailedException\",\"message\":\"The conditional request failed\"}"));
			assertThatExceptionOfType(ConditionalCheckFailedException.class).isThrownBy(() -> client
				.putItem((put) -> put.tableName("orders").item(Map.of("id", AttributeValue.fromS("o-1")))));
			this.decision = GateDecision.accessDenied("No dynamodb:PutItem");
			assertThatExceptionOfType(DynamoDbException.class)
				.isThrownBy(() -> client
					.putItem((put) -> put.tableName("orders").item(Map.of("id", AttributeValue.fromS("o-1")))))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
			this.decision = new GateDecision.Refuse(400, "ProvisionedThroughputExceededException", "Slow down");
			assertThatExceptionOfType(ProvisionedThroughputExceededException.class).isThrownBy(() -> client
				.putItem((put) -> put.tableName("orders").item(Map.of("id", AttributeValue.fromS("o-1")))));
		}
		assertThat(calls()).extracting(AwsCall::operation).startsWith("GetItem", "PutItem", "PutItem", "PutItem");
		assertThat(calls().getLast().attempt()).isGreaterThan(1);
		assertThat(calls()).extracting(AwsCall::connection).containsOnly("e1-1");
	}

	@Test
	void sqsFollowsTheQueueUrlAndAcceptsItsChecksums() {
		String queue = this.line.inward(this.engine.uri() + "/queue/us-east-1/111122223333/q");
		this.engine.answer((request) -> request.header("X-Amz-Target").endsWith("SendMessage")
				? Answer.json(200, "{\"MessageId\":\"m\",\"MD5OfMessageBody\":\"" + md5("see " + queue) + "\"}")
				: Answer.json(200, "{\"QueueUrls\":[\"" + this.engine.uri() + "/queue/us-east-1/111122223333/q\"]}"));
		try (SqsClient client = client(SqsClient.builder())) {
			assertThat(client.sendMessage((send) -> send.queueUrl(queue).messageBody("see " + queue)).messageId())
				.isEqualTo("m");
			assertThat(client.listQueues().queueUrls()).containsExactly(queue);
		}
		assertThat(calls()).extracting(AwsCall::resource).containsExactly("q", null);
	}

	@Test
	void s3StreamsObjectsAndRaisesItsOwnErrors() {
		try (S3Client client = client(S3Client.builder())) {
			client.putObject((put) -> put.bucket("bucket").key("dir/a b"), RequestBody.fromString("hello"));
			assertThat(this.engine.last().target()).isEqualTo("/bucket/dir/a%20b");
			assertThat(calls().getLast().request().text()).isEqualTo("hello");
			this.engine.answer((request) -> request.method().equals("HEAD") ? Answer.xml(404, "")
					: Answer.xml(404, "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"));
			assertThatExceptionOfType(NoSuchKeyException.class)
				.isThrownBy(() -> client.getObjectAsBytes((get) -> get.bucket("bucket").key("k")));
			this.decision = GateDecision.accessDenied("No s3:GetObject");
			assertThatExceptionOfType(S3Exception.class)
				.isThrownBy(() -> client.getObjectAsBytes((get) -> get.bucket("bucket").key("k")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
		}
	}

	@Test
	void lambdaRaisesItsOwnErrors() {
		this.engine.answer(Answer.of(200, "application/json", "{\"n\":1}"));
		try (LambdaClient client = client(LambdaClient.builder())) {
			assertThat(client.invoke((invoke) -> invoke.functionName("f").payload(SdkBytes.fromUtf8String("{}")))
				.payload()
				.asUtf8String()).isEqualTo("{\"n\":1}");
			this.decision = new GateDecision.Refuse(429, "TooManyRequestsException", "Rate exceeded");
			assertThatExceptionOfType(TooManyRequestsException.class)
				.isThrownBy(() -> client.invoke((invoke) -> invoke.functionName("f")));
			this.decision = GateDecision.accessDenied("No lambda:InvokeFunction");
			assertThatExceptionOfType(LambdaException.class)
				.isThrownBy(() -> client.invoke((invoke) -> invoke.functionName("f")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
		}
	}

	@Test
	void snsAndCloudWatchRaiseTheirOwnErrors() {
		this.decision = new GateDecision.Refuse(404, "NotFound", "Topic does not exist");
		try (SnsClient client = client(SnsClient.builder())) {
			String topic = "arn:aws:sns:us-east-1:111122223333:t";
			assertThatExceptionOfType(NotFoundException.class)
				.isThrownBy(() -> client.publish((publish) -> publish.topicArn(topic).message("m")));
			this.decision = GateDecision.accessDenied("No sns:Publish");
			assertThatExceptionOfType(SnsException.class)
				.isThrownBy(() -> client.publish((publish) -> publish.topicArn(topic).message("m")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
		}
		try (CloudWatchClient client = client(CloudWatchClient.builder())) {
			assertThatExceptionOfType(CloudWatchException.class)
				.isThrownBy(() -> client.putMetricData((put) -> put.namespace("Shop")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).startsWith("AccessDenied"));
			this.decision = new GateDecision.Refuse(400, "LimitExceededFault", "Too many");
			assertThatExceptionOfType(LimitExceededException.class)
				.isThrownBy(() -> client.putMetricAlarm((alarm) -> alarm.alarmName("a")));
		}
		assertThat(calls()).extracting(AwsCall::outcome).doesNotContain(CallOutcome.FORWARDED);
		assertThat(calls()).extracting(AwsCall::service).contains("sns", "monitoring");
	}

	private List<AwsCall> calls() {
		return this.recorder.snapshot().calls();
	}

	private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
		return builder.endpointOverride(this.line.uri())
			.overrideConfiguration((client) -> client.retryStrategy((retry) -> retry.maxAttempts(2)))
			.region(Region.US_EAST_1)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
			.build();
	}

	private static String md5(String text) {
		return BinaryUtils.toHex(Md5Utils.computeMD5Hash(text.getBytes(StandardCharsets.UTF_8)));
	}

}

package academy.coldstart.recording;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import academy.coldstart.authorization.ResourceFacts;
import academy.coldstart.recording.FakeEngine.Answer;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EnforcedRolesTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private static final String CALLER = "arn:aws:sts::111122223333:assumed-role/Charge/charge";

	private final FakeEngine engine = new FakeEngine();

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final RecordingProxy proxy = new RecordingProxy(this.traces, Clock.systemUTC());

	private final AtomicInteger forgotten = new AtomicInteger();

	private boolean known = true;

	private String statement = "{'Sid': 'Write', 'Effect': 'Allow', 'Action': 'dynamodb:PutItem', 'Resource': '*'}";

	private EnvironmentLine line;

	@BeforeEach
	void open() {
		this.traces.open(this.recorder);
		this.proxy.admit(ACCOUNT, new Upstream(this.engine.uri(), List.of(), new ScriptedAuthority()));
		this.line = this.proxy.open("e1", ACCOUNT, new RoleSession("LSIARTX3GSDS75WQESBP", "token"));
	}

	@AfterEach
	void close() {
		this.line.close();
		this.proxy.close();
		this.engine.close();
	}

	@Test
	void forwardsWhatTheRoleAllowsAndRecordsTheStatement() {
		put();

		AwsCall call = last();
		assertThat(call.outcome()).isEqualTo(CallOutcome.FORWARDED);
		assertThat(Objects.requireNonNull(call.access()).allowed()).isTrue();
		assertThat(call.access().permissions().getFirst().statement()).isEqualTo("ChargePolicy, Write");
		assertThat(this.engine.received()).hasSize(1);
	}

	@Test
	void deniesWhatItDoesNotAllowWithoutAskingTheEngine() {
		assertThatExceptionOfType(DynamoDbException.class).isThrownBy(this::get)
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(400))
			.withMessageContaining("User: " + CALLER + " is not authorized to perform: dynamodb:GetItem on resource: "
					+ "arn:aws:dynamodb:us-east-1:111122223333:table/orders because no identity-based policy allows "
					+ "the dynamodb:GetItem action");

		assertThat(this.engine.received()).isEmpty();
		AwsCall call = last();
		assertThat(call.outcome()).isEqualTo(CallOutcome.DENIED);
		assertThat(Objects.requireNonNull(call.access()).permissions()).singleElement().satisfies((permission) -> {
			assertThat(permission.allowed()).isFalse();
			assertThat(permission.statement()).isNull();
			assertThat(permission.near()).containsExactly("ChargePolicy, Write: It allows [dynamodb:PutItem] on the "
					+ "resource, which this action is not.");
			assertThat(permission.suggestion()).isEqualTo("{\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", "
					+ "\"Resource\": \"arn:aws:dynamodb:us-east-1:111122223333:table/orders\"}");
		});
	}

	@Test
	void namesTheStatementThatDenies() {
		this.statement += ", {'Sid': 'Never', 'Effect': 'Deny', 'Action': 'dynamodb:*', 'Resource': '*'}";

		assertThatExceptionOfType(DynamoDbException.class).isThrownBy(this::put)
			.withMessageContaining("with an explicit deny in an identity-based policy");

		assertThat(Objects.requireNonNull(last().access()).permissions().getFirst().statement())
			.isEqualTo("ChargePolicy, Never");
	}

	@Test
	void everyProtocolDeniesAsItsServiceDoes() {
		try (SqsClient sqs = client(SqsClient.builder());
				SnsClient sns = client(SnsClient.builder());
				S3Client s3 = client(S3Client.builder());
				LambdaClient lambda = client(LambdaClient.builder());
				CloudWatchClient cloudWatch = client(CloudWatchClient.builder());
				IamClient iam = client(IamClient.builder().region(Region.AWS_GLOBAL))) {
			String queue = this.line.inward(this.engine.uri() + "/queue/us-east-1/111122223333/q");
			assertThat(denied(() -> sqs.sendMessage((send) -> send.queueUrl(queue).messageBody("m"))))
				.isEqualTo("AccessDenied");
			assertThatExceptionOfType(AuthorizationErrorException.class).isThrownBy(() -> sns
				.publish((publish) -> publish.topicArn("arn:aws:sns:us-east-1:111122223333:t").message("m")));
			assertThat(denied(() -> s3.getObjectAsBytes((get) -> get.bucket("b").key("k")))).isEqualTo("AccessDenied");
			assertThat(denied(() -> lambda.invoke((invoke) -> invoke.functionName("f"))))
				.isEqualTo("AccessDeniedException");
			assertThat(denied(() -> cloudWatch.putMetricData((put) -> put.namespace("Shop"))))
				.isEqualTo("AccessDenied");
			assertThat(denied(iam::listUsers)).isEqualTo("AccessDenied");
		}
		assertThat(calls()).extracting(AwsCall::outcome).containsOnly(CallOutcome.DENIED);
		assertThat(calls()).extracting(AwsCall::errorMessage)
			.anyMatch((message) -> String.valueOf(message).contains("on resource: \"arn:aws:s3:::b/k\" because"))
			.anyMatch((message) -> String.valueOf(message)
				.contains("lambda:InvokeFunction on resource: "
						+ "arn:aws:lambda:us-east-1:111122223333:function:f because"))
			.anyMatch((message) -> String.valueOf(message).contains("cloudwatch:PutMetricData on resource: * because"));
	}

	@Test
	void aCallThatNeedsTwoPermissionsIsDeniedWithoutOneOfThem() {
		this.statement = "{'Effect': 'Allow', 'Action': 's3:PutObject', 'Resource': '*'}";
		try (S3Client s3 = client(S3Client.builder())) {
			assertThat(denied(() -> s3.copyObject((copy) -> copy.sourceBucket("orders")
				.sourceKey("a b.json")
				.destinationBucket("archive")
				.destinationKey("a.json")))).isEqualTo("AccessDenied");
		}
		assertThat(Objects.requireNonNull(last().access()).permissions())
			.extracting((permission) -> permission.action() + " " + permission.resource() + " " + permission.allowed())
			.containsExactly("s3:GetObject arn:aws:s3:::orders/a b.json false",
					"s3:PutObject arn:aws:s3:::archive/a.json true");
	}

	@Test
	void aKeyThatNobodyHasIsAnInvalidToken() {
		this.known = false;
		assertThatExceptionOfType(DynamoDbException.class).isThrownBy(this::put)
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
		assertThat(this.engine.received()).isEmpty();
	}

	@Test
	void looksAgainAfterAFunctionChangedAPolicy() {
		this.statement = "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}";
		this.engine.answer(Answer.xml(200, "<R/>"));
		try (IamClient iam = client(IamClient.builder().region(Region.AWS_GLOBAL))) {
			iam.listRoles();
			assertThat(this.forgotten).hasValue(0);
			iam.deleteRolePolicy((delete) -> delete.roleName("Charge").policyName("p"));
			assertThat(this.forgotten).hasValue(1);
		}
	}

	private static String denied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		AwsServiceException ex = catchThrowableOfType(AwsServiceException.class, call);
		return ex.awsErrorDetails().errorCode();
	}

	private void put() {
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			client.putItem((put) -> put.tableName("orders").item(Map.of("id", AttributeValue.fromS("o-1"))));
		}
	}

	private void get() {
		try (DynamoDbClient client = client(DynamoDbClient.builder())) {
			client.getItem((get) -> get.tableName("orders").key(Map.of("id", AttributeValue.fromS("o-1"))));
		}
	}

	private List<AwsCall> calls() {
		return this.recorder.snapshot().calls();
	}

	private AwsCall last() {
		return calls().getLast();
	}

	private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
		return builder.endpointOverride(this.line.uri())
			.region(Region.US_EAST_1)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
			.build();
	}

	private final class ScriptedAuthority implements Authority {

		@Override
		public Optional<Caller> caller(RoleSession session) {
			return EnforcedRolesTests.this.known ? Optional.of(Caller.of(CALLER)) : Optional.empty();
		}

		@Override
		public GrantedPolicies policies(Caller caller, Permission permission) {
			String document = "{'Version': '2012-10-17', 'Statement': [" + EnforcedRolesTests.this.statement + "]}";
			return new GrantedPolicies(
					List.of(PolicyDocument.parse("ChargePolicy", PolicyKind.IDENTITY, document.replace('\'', '"'))),
					null);
		}

		@Override
		public ResourceFacts facts() {
			return ResourceFacts.NONE;
		}

		@Override
		public void forget() {
			EnforcedRolesTests.this.forgotten.incrementAndGet();
		}

	}

}

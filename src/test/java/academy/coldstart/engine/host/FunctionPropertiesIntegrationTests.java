package academy.coldstart.engine.host;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Functions of a stack on the real engine have all properties of their template, or the
 * stack says which it cannot have.
 */
@ExtendWith(SharedEngine.class)
class FunctionPropertiesIntegrationTests {

	private static final String TEMPLATE = """
			{"Transform": "AWS::Serverless-2016-10-31", "Resources": {
			   "Orders": {"Type": "AWS::Serverless::Function", "Properties": {
			     "FunctionName": "orders", "Runtime": "python3.13", "Handler": "index.handler",
			     "InlineCode": "def handler(event, context): return 1", "AutoPublishAlias": "live",
			     "Environment": {"Variables": {"ROUND": "%s"}}%s}}}}
			""";

	private static final String PROPERTIES = """
			, "EphemeralStorage": {"Size": 1024}, "SnapStart": {"ApplyOn": "PublishedVersions"}, "Timeout": 20,
			  "MemorySize": 256, "ReservedConcurrentExecutions": 5, "RecursiveLoop": "Allow", "Description": "orders",
			  "RuntimeManagementConfig": {"UpdateRuntimeOn": "FunctionUpdate"}, "Tags": {"team": "checkout", "tier": "1"}
			""";

	private final TestAccount account;

	private final LambdaClient lambda;

	private final TestStack stack;

	FunctionPropertiesIntegrationTests(TestAccount account) {
		this.account = account;
		this.lambda = account.lambda();
		this.stack = new TestStack(account, "functions");
	}

	@Test
	void propertiesHoldForTheFunctionAndItsPublishedVersionAndGoBackToTheirDefaults() {
		this.stack.create(TEMPLATE.formatted("1", PROPERTIES), Map.of());

		assertThat(configuration("$LATEST").ephemeralStorage().size()).isEqualTo(1024);
		assertThat(configuration("live").ephemeralStorage().size()).isEqualTo(1024);
		assertThat(configuration("live").snapStart().applyOn()).isEqualTo(SnapStartApplyOn.PUBLISHED_VERSIONS);
		assertThat(reserved()).isEqualTo(5);
		assertThat(loop()).isEqualTo(RecursiveLoop.ALLOW);
		this.lambda.invoke((request) -> request.functionName("orders"));
		assertThat(this.account.functions().starts())
			.filteredOn((start) -> start.path("account").asString().equals(this.account.id()))
			.allSatisfy((start) -> assertThat(start.path("ephemeralMb").asInt()).isEqualTo(1024));

		this.stack.update(TEMPLATE.formatted("2", ", \"Tags\": {\"tier\": \"2\"}"), Map.of());

		FunctionConfiguration latest = configuration("$LATEST");
		assertThat(latest.ephemeralStorage().size()).isEqualTo(512);
		assertThat(latest.timeout()).isEqualTo(3);
		assertThat(latest.memorySize()).isEqualTo(128);
		assertThat(latest.description()).isEmpty();
		assertThat(latest.environment().variables()).containsOnly(Map.entry("ROUND", "2"));
		assertThat(reserved()).isNull();
		assertThat(loop()).isEqualTo(RecursiveLoop.TERMINATE);
		assertThat(this.lambda.listTags((request) -> request.resource(arn())).tags()).containsEntry("tier", "2")
			.doesNotContainKey("team");
	}

	@Test
	void reservedConcurrencyOfTheTemplateLimitsInvocations() throws Exception {
		this.stack.create(TEMPLATE.formatted("1", ", \"Timeout\": 60, \"ReservedConcurrentExecutions\": 1"), Map.of());
		CompletableFuture<InvokeResponse> first = CompletableFuture.supplyAsync(this::meet);
		String arn = arn();
		Awaitility.await().untilAsserted(() -> assertThat(this.account.invocations(arn)).hasSize(1));

		assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(this::meet)
			.satisfies((error) -> assertThat(error.reason())
				.isEqualTo(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED));

		this.lambda.putFunctionConcurrency((request) -> request.functionName("orders").reservedConcurrentExecutions(2));
		meet();
		first.get(60, TimeUnit.SECONDS);
		assertThat(this.account.functions().haveMet(arn)).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					TenancyConfig | {"TenantIsolationMode": "PER_TENANT"}
					FileSystemConfigs | [{"Arn": "arn:aws:elasticfilesystem:us-east-1:1:access-point/a", "LocalMountPath": "/mnt/a"}]
					""")
	void propertyThatIsNotEmulatedFailsTheStackAndSaysSo(String property, String value) {
		this.stack.createInVain("""
				{"Resources": {"Orders": {"Type": "AWS::Lambda::Function", "Properties": {
				   "Runtime": "python3.13", "Handler": "index.handler", "Role": "arn:aws:iam::%s:role/orders",
				   "Code": {"ZipFile": "def handler(event, context): return 1"}, "%s": %s}}}}
				""".formatted(this.account.id(), property, value));

		assertThat(this.stack.reasons()).anyMatch(
				(reason) -> reason.contains("Coldstart does not emulate " + property + " of AWS::Lambda::Function."));
	}

	private InvokeResponse meet() {
		return this.lambda
			.invoke((request) -> request.functionName("orders").payload(SdkBytes.fromUtf8String("{\"meet\": 2}")));
	}

	private String arn() {
		return "arn:aws:lambda:us-east-1:" + this.account.id() + ":function:orders";
	}

	private FunctionConfiguration configuration(String qualifier) {
		return this.lambda.getFunction((request) -> request.functionName("orders").qualifier(qualifier))
			.configuration();
	}

	private Integer reserved() {
		return this.lambda.getFunctionConcurrency((request) -> request.functionName("orders"))
			.reservedConcurrentExecutions();
	}

	private RecursiveLoop loop() {
		return this.lambda.getFunctionRecursionConfig((request) -> request.functionName("orders")).recursiveLoop();
	}

}

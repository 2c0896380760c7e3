package academy.coldstart.engine.host;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions of a stack on the real engine have all properties of their template.
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
			  "RuntimeManagementConfig": {"UpdateRuntimeOn": "FunctionUpdate"}""";

	private final LambdaClient lambda;

	private final TestStack stack;

	FunctionPropertiesIntegrationTests(TestAccount account) {
		this.lambda = account.lambda();
		this.stack = new TestStack(account, "functions");
	}

	@Test
	void propertiesHoldForTheFunctionAndItsPublishedVersion() {
		this.stack.create(TEMPLATE.formatted("1", PROPERTIES), Map.of());

		assertThat(configuration("$LATEST").ephemeralStorage().size()).isEqualTo(1024);
		assertThat(configuration("live").ephemeralStorage().size()).isEqualTo(1024);
		assertThat(configuration("live").snapStart().applyOn()).isEqualTo(SnapStartApplyOn.PUBLISHED_VERSIONS);
		assertThat(reserved()).isEqualTo(5);
		assertThat(loop()).isEqualTo(RecursiveLoop.ALLOW);
		assertThat(
				this.lambda.getRuntimeManagementConfig((request) -> request.functionName("orders")).updateRuntimeOn())
			.isEqualTo(UpdateRuntimeOn.FUNCTION_UPDATE);
	}

	@Test
	void propertiesThatAnUpdateLeavesOutGoBackToTheirDefaults() {
		this.stack.create(TEMPLATE.formatted("1", PROPERTIES), Map.of());

		this.stack.update(TEMPLATE.formatted("2", ""), Map.of());

		FunctionConfiguration latest = configuration("$LATEST");
		assertThat(latest.ephemeralStorage().size()).isEqualTo(512);
		assertThat(latest.timeout()).isEqualTo(3);
		assertThat(latest.memorySize()).isEqualTo(128);
		assertThat(latest.description()).isEmpty();
		assertThat(latest.environment().variables()).containsOnly(Map.entry("ROUND", "2"));
		assertThat(reserved()).isNull();
		assertThat(loop()).isEqualTo(RecursiveLoop.TERMINATE);
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

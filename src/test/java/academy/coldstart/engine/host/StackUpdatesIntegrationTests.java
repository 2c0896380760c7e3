package academy.coldstart.engine.host;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Updates of stacks on the real engine move aliases, as on AWS.
 */
@ExtendWith(SharedEngine.class)
class StackUpdatesIntegrationTests {

	private static final String SERVERLESS = """
			{"AWSTemplateFormatVersion": "2010-09-09", "Transform": "AWS::Serverless-2016-10-31",
			 "Parameters": {"Mode": {"Type": "String", "Default": "slow"}},
			 "Resources": {"Orders": {"Type": "AWS::Serverless::Function", "Properties": {
			   "FunctionName": "orders", "Runtime": "python3.13", "Handler": "index.handler",
			   "InlineCode": "def handler(event, context): return 1", "AutoPublishAlias": "live",
			   "Environment": {"Variables": {"RATE": "%s", "MODE": {"Ref": "Mode"}}}%s}}}}
			""";

	private static final String ALIAS = """
			{"Resources": {"Live": {"Type": "AWS::Lambda::Alias", "Properties": {
			   "FunctionName": "orders", "Name": "live"%s}}}}
			""";

	private final TestAccount account;

	private final TestStack stack;

	private final LambdaClient lambda;

	StackUpdatesIntegrationTests(TestAccount account) {
		this.account = account;
		this.stack = new TestStack(account, "release");
		this.lambda = account.lambda();
	}

	@Test
	void changedVariableOfAServerlessFunctionReachesItsAlias() {
		this.stack.create(SERVERLESS.formatted("19", ""), Map.of());
		String before = alias().functionVersion();

		this.stack.update(SERVERLESS.formatted("21", ""), Map.of());

		assertThat(alias().functionVersion()).isNotEqualTo(before);
		assertThat(variables("live")).containsEntry("RATE", "21");
	}

	@Test
	void templateMayReferToTheAliasThatSamMakes() {
		String template = SERVERLESS.formatted("19", "").replaceFirst("}}}}\\s*$", """
				}},
				"Permission": {"Type": "AWS::Lambda::Permission", "DependsOn": "OrdersAliaslive", "Properties": {
				  "FunctionName": {"Ref": "Orders.Alias"}, "Action": "lambda:InvokeFunction",
				  "Principal": "sns.amazonaws.com"}}},
				"Outputs": {"Address": {"Value": {"Ref": "Orders.Alias"}}}}
				""");

		this.stack.create(template, Map.of());

		assertThat(this.stack.outputs().get("Address")).endsWith(":function:orders:live");
		assertThat(this.lambda.getPolicy((request) -> request.functionName("orders").qualifier("live")).policy())
			.contains("sns.amazonaws.com");
	}

	@Test
	void templateMayNotReferToWhatNobodyMakes() {
		String template = SERVERLESS.formatted("19", "").replaceFirst("}}}}\\s*$", """
				}},
				"Permission": {"Type": "AWS::Lambda::Permission", "Properties": {
				  "FunctionName": {"Ref": "Orders.Alais"}, "Action": "lambda:InvokeFunction",
				  "Principal": "sns.amazonaws.com"}}}}
				""");

		assertThat(this.stack.refusal(template)).contains("Orders.Alais");
	}

	@Test
	void changedParameterPublishesNoVersionBecauseSamDoesNotLookAtItsValue() {
		this.stack.create(SERVERLESS.formatted("19", ""), Map.of("Mode", "slow"));

		this.stack.update(SERVERLESS.formatted("19", ""), Map.of("Mode", "fast"));

		assertThat(variables("$LATEST")).containsEntry("MODE", "fast");
		assertThat(variables("live")).containsEntry("MODE", "slow");
	}

	@Test
	void provisionedConcurrencyMovesWithTheAlias() {
		String provisioned = ", \"ProvisionedConcurrencyConfig\": {\"ProvisionedConcurrentExecutions\": %d}";
		this.stack.create(SERVERLESS.formatted("19", provisioned.formatted(2)), Map.of());
		assertProvisioned(2);

		this.stack.update(SERVERLESS.formatted("21", provisioned.formatted(2)), Map.of());
		assertProvisioned(2);
		this.stack.update(SERVERLESS.formatted("21", provisioned.formatted(1)), Map.of());
		assertProvisioned(1);
		this.stack.update(SERVERLESS.formatted("21", ""), Map.of());

		assertThatExceptionOfType(ProvisionedConcurrencyConfigNotFoundException.class).isThrownBy(() -> this.lambda
			.getProvisionedConcurrencyConfig((request) -> request.functionName("orders").qualifier("live")));
	}

	@Test
	void weightsOfVersionsAreSetChangedAndRemoved() {
		createVersions();
		this.stack.create(ALIAS.formatted(routing("1", "2", "0.1")), Map.of());
		assertThat(alias().functionVersion()).isEqualTo("1");
		assertThat(alias().routingConfig().additionalVersionWeights()).containsExactly(Map.entry("2", 0.1));

		this.stack.update(ALIAS.formatted(routing("1", "2", "0.5")), Map.of());
		assertThat(alias().routingConfig().additionalVersionWeights()).containsExactly(Map.entry("2", 0.5));
		this.stack.update(ALIAS.formatted(", \"FunctionVersion\": \"2\", \"Description\": \"done\""), Map.of());

		assertThat(alias().functionVersion()).isEqualTo("2");
		assertThat(alias().description()).isEqualTo("done");
		assertThat(alias().routingConfig()).isNull();
	}

	@Test
	void weightsOfVersionsCanBeShiftedThroughTheApi() {
		createVersions();
		this.lambda.createAlias((request) -> request.functionName("orders").name("live").functionVersion("1"));

		this.lambda.updateAlias((request) -> request.functionName("orders")
			.name("live")
			.routingConfig((routing) -> routing.additionalVersionWeights(Map.of("2", 0.25))));
		assertThat(alias().routingConfig().additionalVersionWeights()).containsExactly(Map.entry("2", 0.25));
		this.lambda.updateAlias((request) -> request.functionName("orders")
			.name("live")
			.functionVersion("2")
			.routingConfig((routing) -> routing.additionalVersionWeights(Map.of())));

		assertThat(alias().functionVersion()).isEqualTo("2");
		assertThat(alias().routingConfig()).isNull();
	}

	@Test
	void whatAFailedUpdateWouldHaveRemovedStays() {
		String queue = """
				{"Resources": {"Letters": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "letters"}}}}""";
		this.stack.create(queue, Map.of());

		this.stack.updateInVain("""
				{"Resources": {"Live": {"Type": "AWS::Lambda::Alias", "Properties": {
				   "FunctionName": "no-such-function", "FunctionVersion": "1", "Name": "live"}}}}""");

		assertThat(this.account.receiveNow("letters")).isEmpty();
	}

	private GetAliasResponse alias() {
		return this.lambda.getAlias((request) -> request.functionName("orders").name("live"));
	}

	private Map<String, String> variables(String qualifier) {
		return this.lambda.getFunctionConfiguration((request) -> request.functionName("orders").qualifier(qualifier))
			.environment()
			.variables();
	}

	private void assertProvisioned(int executions) {
		Awaitility.await().untilAsserted(() -> {
			var config = this.lambda
				.getProvisionedConcurrencyConfig((request) -> request.functionName("orders").qualifier("live"));
			assertThat(config.status()).isEqualTo(ProvisionedConcurrencyStatusEnum.READY);
			assertThat(config.availableProvisionedConcurrentExecutions()).isEqualTo(executions);
		});
	}

	private void createVersions() {
		this.account.createFunction("orders");
		this.account.publish("orders");
		this.account.publish("orders");
	}

	private static String routing(String version, String other, String weight) {
		return """
				, "FunctionVersion": "%s", "RoutingConfig": {"AdditionalVersionWeights": [
				    {"FunctionVersion": "%s", "FunctionWeight": %s}]}""".formatted(version, other, weight);
	}

}

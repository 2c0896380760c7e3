package academy.coldstart.engine.host;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Updates of a stack on the real engine change its resources, or say that they cannot.
 */
@ExtendWith(SharedEngine.class)
class ResourceUpdatesIntegrationTests {

	private static final String TEMPLATE = """
			{"Resources": {
			 "Letters": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "letters"}},
			 "Settings": {"Type": "AWS::Lambda::EventInvokeConfig", "Properties": {"FunctionName": "orders",
			   "Qualifier": "$LATEST", "MaximumRetryAttempts": %1$d,
			   "DestinationConfig": {"OnFailure": {"Destination": {"Fn::GetAtt": ["Letters", "Arn"]}}}}},
			 "Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Namespace": "N", "MetricName": "M",
			   "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1, "Threshold": %1$d,
			   "ComparisonOperator": "GreaterThanThreshold"}},
			 "Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/orders"%2$s}},
			 "Rule": {"Type": "AWS::Events::Rule", "Properties": {"Name": "rule",
			   "EventPattern": {"source": ["shop-%1$d"]},
			   "Targets": [{"Id": "t%1$d", "Arn": {"Fn::GetAtt": ["Letters", "Arn"]}}]}}}}
			""";

	private static final String TABLE = """
			{"Resources": {"Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "orders",
			  "BillingMode": "PAY_PER_REQUEST", "DeletionProtectionEnabled": %s,
			  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
			  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}}}}
			""";

	private final TestAccount account;

	private final TestStack stack;

	ResourceUpdatesIntegrationTests(TestAccount account) {
		this.account = account;
		this.stack = new TestStack(account, "resources");
	}

	@Test
	void resourcesHaveWhatTheUpdatedTemplateSays() {
		this.account.createFunction("orders");
		this.stack.create(TEMPLATE.formatted(2, ", \"RetentionInDays\": 7"), Map.of());
		assertThat(settings().maximumRetryAttempts()).isEqualTo(2);
		assertThat(retention()).isEqualTo(7);

		this.stack.update(TEMPLATE.formatted(1, ""), Map.of());

		assertThat(settings().maximumRetryAttempts()).isEqualTo(1);
		assertThat(settings().destinationConfig().onFailure().destination()).endsWith(":letters");
		assertThat(retention()).isNull();
		assertThat(this.account.client(CloudWatchClient.builder()).describeAlarms().metricAlarms()).singleElement()
			.satisfies((alarm) -> assertThat(alarm.threshold()).isEqualTo(1));
		EventBridgeClient events = this.account.client(EventBridgeClient.builder());
		assertThat(events.describeRule((request) -> request.name("rule")).eventPattern()).contains("shop-1");
		List<Target> targets = events.listTargetsByRule((request) -> request.rule("rule")).targets();
		assertThat(targets).extracting(Target::id).containsExactly("t1");
	}

	@Test
	void updateThatIsNotEmulatedFailsAndSaysSo() {
		this.stack.create(TABLE.formatted("false"), Map.of());

		this.stack.updateInVain(TABLE.formatted("true"));

		assertThat(this.stack.reasons())
			.anyMatch((reason) -> reason.startsWith("Coldstart cannot update AWS::DynamoDB::Table in place."));
	}

	private GetFunctionEventInvokeConfigResponse settings() {
		return this.account.lambda().getFunctionEventInvokeConfig((request) -> request.functionName("orders"));
	}

	private Integer retention() {
		return this.account.client(CloudWatchLogsClient.builder())
			.describeLogGroups((request) -> request.logGroupNamePrefix("/orders"))
			.logGroups()
			.getFirst()
			.retentionInDays();
	}

}

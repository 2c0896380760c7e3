package academy.coldstart.grading.template;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LintProblemTests {

	private static final Template TEMPLATE = TemplateParser.parse("""
			Transform: AWS::Serverless-2016-10-31
			Resources:
			  Notify:
			    Type: AWS::Serverless::Function
			    Properties:
			      Events:
			        Orders:
			          Type: SQS
			          Properties:
			            Queue: !GetAtt Orders.ARN
			            FunctionResponseType: [ReportBatchItemFailures]
			  Orders:
			    Type: AWS::SQS::Queue
			    Properties:
			      MessageRetentionPeriod: 14 days
			      RedrivePolcy: {}
			    RedrivePolicy: {}
			""".getBytes(StandardCharsets.UTF_8));

	@Test
	void namesAnUnknownPropertyWithWhatMayBeMeant() {
		assertText(problem("E3002",
				"Additional properties are not allowed ('RedrivePolcy' was unexpected. Did you mean 'RedrivePolicy'?)",
				null, "Resources", "Orders", "Properties", "RedrivePolcy"), 16,
				"AWS would refuse the template: The resource Orders has no property RedrivePolcy. "
						+ "Did you mean RedrivePolicy? (cfn-lint E3002)");
	}

	@Test
	void namesAPropertyThatStandsBesideTheProperties() {
		assertText(
				problem("E3001", "Additional properties are not allowed ('RedrivePolicy' was unexpected)", null,
						"Resources", "Orders", "RedrivePolicy"),
				17, "AWS would refuse the template: The resource Orders has RedrivePolicy beside its Properties. "
						+ "Indent it, so that it stands below Properties. (cfn-lint E3001)");
	}

	@Test
	void namesWhatIsMissing() {
		assertText(
				problem("E3003", "'deadLetterTargetArn' is a required property", null, "Resources", "Orders",
						"Properties", "RedrivePolicy"),
				14,
				"AWS would refuse the template: RedrivePolicy of Orders lacks deadLetterTargetArn. (cfn-lint E3003)");
	}

	@Test
	void namesAValueOfTheWrongType() {
		assertText(
				problem("E3012", "'14 days' is not of type 'integer'", null, "Resources", "Orders", "Properties",
						"MessageRetentionPeriod"),
				15, "AWS would refuse the template: MessageRetentionPeriod of Orders is '14 days', but must be "
						+ "a whole number. (cfn-lint E3012)");
	}

	@Test
	void namesAnUnknownValueAtItsEvent() {
		assertText(
				problem("E3030", "'ReportFailures' is not one of ['ReportBatchItemFailures']", null, "Resources",
						"NotifyOrders", "Properties", "FunctionResponseTypes", "0"),
				9,
				"AWS would refuse the template: FunctionResponseTypes of the event Orders of Notify is ReportFailures, "
						+ "which is none of ReportBatchItemFailures. (cfn-lint E3030)");
	}

	@Test
	void namesAnUnknownAttributeWithWhatMayBeMeant() {
		assertText(
				problem("E1010", "'ARN' is not one of ['Arn', 'QueueName', 'QueueUrl']", null, "Resources",
						"NotifyOrders", "Properties", "EventSourceArn", "Fn::GetAtt", "1"),
				9, "AWS would refuse the template: EventSourceArn of the event Orders of Notify refers to ARN, "
						+ "which does not exist. Did you mean Arn? (cfn-lint E1010)");
	}

	@Test
	void saysWhatSamDoesNotKnow() {
		assertText(
				problem("E0001",
						"Error transforming template: Resource with id [NotifyOrders] is invalid. "
								+ "property FunctionResponseType not defined for resource of type SQS",
						"FunctionResponseTypes"),
				11, "AWS would refuse the template: The event Orders of Notify has no property FunctionResponseType. "
						+ "Did you mean FunctionResponseTypes? (cfn-lint E0001)");
	}

	@Test
	void repeatsWhatItDoesNotUnderstand() {
		assertText(
				problem("E3505", "Queue visibility timeout (60) is less than Function timeout (120) seconds", null,
						"Resources", "Notify", "Properties", "Timeout"),
				5,
				"AWS would refuse the template: Timeout of Notify: Queue visibility timeout (60) is less than Function "
						+ "timeout (120) seconds. (cfn-lint E3505)");
	}

	@Test
	void takesTheLastOfTwoPaths() {
		assertText(
				problem("E3502", "Source queue type 'standard' does not match destination queue type 'FIFO'", null,
						"Resources", "Notify", "Properties", "Resources", "Orders", "Properties", "RedrivePolcy", "x"),
				16,
				"AWS would refuse the template: RedrivePolcy.x of Orders: Source queue type 'standard' does not match "
						+ "destination queue type 'FIFO'. (cfn-lint E3502)");
	}

	@Test
	void countsTheOthers() {
		LintProblem problem = problem("E3003", "'Role' is a required property", null, "Resources", "Orders",
				"Properties");
		assertThat(problem.describe(TEMPLATE, 1)).hasMessageEndingWith("(cfn-lint E3003) There is 1 more.");
		assertThat(problem.describe(TEMPLATE, 3)).hasMessageEndingWith("(cfn-lint E3003) There are 3 more.");
	}

	private static LintProblem problem(String rule, String message, @Nullable String suggestion, String... path) {
		return new LintProblem(rule, message, List.of(path), suggestion);
	}

	private static void assertText(LintProblem problem, int line, String text) {
		InvalidTemplate described = problem.describe(TEMPLATE, 0);
		assertThat(described).hasMessage(text);
		assertThat(described.line()).isEqualTo(line);
	}

}

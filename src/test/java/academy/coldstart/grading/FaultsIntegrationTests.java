package academy.coldstart.grading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.CheckDefinition.Visibility;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Faults that meet a Python function with the retries of its SDK, on the real engine.
 */
@RealEngineTest
class FaultsIntegrationTests {

	private static final String HANDLER = """
			import os

			import boto3

			dynamodb = boto3.client("dynamodb")
			ssm = boto3.client("ssm")


			def handler(event, context):
			    if event["do"] == "read":
			        return ssm.get_parameter(Name=os.environ["RATE"])["Parameter"]["Value"]
			    dynamodb.put_item(TableName=os.environ["TABLE"], Item={"pk": {"S": event["id"]}})
			    return "written"
			""";

	private static final String TEMPLATE = """
			Transform: AWS::Serverless-2016-10-31
			Resources:
			  Function:
			    Type: AWS::Serverless::Function
			    Properties:
			      Runtime: python3.13
			      Handler: handler.handler
			      CodeUri: .
			      Timeout: 60
			      MemorySize: 256
			      Environment:
			        Variables:
			          TABLE: !Ref Table
			          RATE: !Ref Rate
			  Table:
			    Type: AWS::DynamoDB::Table
			    Properties:
			      BillingMode: PAY_PER_REQUEST
			      AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
			      KeySchema: [{AttributeName: pk, KeyType: HASH}]
			  Rate:
			    Type: AWS::SSM::Parameter
			    Properties: {Type: String, Value: "19"}
			""";

	@Autowired
	private Grading grading;

	@Test
	void everyFaultStrikesItsCallAndNoOther() {
		GradedRun run = this.grading.grade(
				new GradingTask(exercise("C1", "C2", "C3", "C4", "C5"), Language.PYTHON, files(), List.of(11L)),
				GradingProgress.NONE);

		List<CheckResult> checks = run.report().checks();
		assertThat(checks.subList(0, 4)).as("%s", run.report())
			.extracting(CheckResult::outcome)
			.containsOnly(CheckResult.Outcome.PASSED);
		assertThat(checks.getLast().outcome()).isEqualTo(CheckResult.Outcome.FAILED);
		assertThat(checks.getLast().message())
			.isEqualTo("The function never made the calls that this check lets fail: DeleteItem.");
		Trace trace = run.traces().getFirst();
		assertThat(trace.actions()).extracting(GraderAction::text)
			.contains("stood ready to answer PutItem with server error 503",
					"dropped the reply to PutItem for o-3 once", "stood ready to throttle DeleteItem")
			.anyMatch((text) -> text.matches("throttled GetParameter [45] times"))
			.anyMatch((text) -> text.matches("delayed calls to dynamodb on \\S+ by 400 ms, once"))
			.anyMatch((text) -> text.matches("killed the environment right before PutItem by \\S+ once"));
		assertThat(trace.calls()).filteredOn((call) -> call.outcome() == CallOutcome.FAULTED)
			.allSatisfy((call) -> assertThat(call.fault()).isNotNull())
			.extracting(AwsCall::operation)
			.containsOnly("GetParameter", "PutItem");
	}

	private static SourceFiles files() {
		return SourceFiles.of(Map.of("handler.py", HANDLER.getBytes(StandardCharsets.UTF_8), "template.yaml",
				TEMPLATE.getBytes(StandardCharsets.UTF_8)));
	}

	private static Exercise exercise(String... checks) {
		List<CheckDefinition> definitions = List.of(checks)
			.stream()
			.map((id) -> new CheckDefinition(id, "It holds.", 100 / checks.length, true, Visibility.VISIBLE, List.of()))
			.toList();
		return new Exercise(new Slug("outage"), "E99", 1, "Outage", new Slug("idempotency"), 1, 5, false, List.of(),
				ExerciseKind.BOTH,
				Map.of(Language.PYTHON, new HandlerLocation("handler.py", "handler.handler", "python3.13")), null,
				Set.of("dynamodb", "ssm"), definitions, Path.of("."));
	}

}

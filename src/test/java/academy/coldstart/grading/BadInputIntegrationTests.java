package academy.coldstart.grading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.CheckDefinition.Visibility;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hands in what nobody should, and reads what the report says about it.
 */
@RealEngineTest
class BadInputIntegrationTests {

	private static final List<Long> SEEDS = List.of(11L);

	@Autowired
	private Course course;

	@Autowired
	private Grading grading;

	@Test
	void handlerThatForksWithoutEnd() {
		GradeReport report = handler("""
				import os

				def handler(event, context):
				    while True:
				        os.fork()
				""");

		// Memory, processes, or what the system still starts: whichever limit is met
		// first.
		assertThat(failure(report))
			.containsPattern("more than 128 processes and threads at once|more than its 128 MB of memory"
					+ "|BlockingIOError: .*temporarily unavailable|MemoryError")
			.containsPattern("Look for a loop .*processes");
		assertEngineIsHealthy();
	}

	@Test
	void handlerThatAllocatesWithoutEnd() {
		GradeReport report = handler("""
				def handler(event, context):
				    hoard = []
				    while True:
				        hoard.append(bytearray(8 * 1024 * 1024))
				""");

		assertThat(failure(report)).containsPattern("more than its 128 MB of memory|MemoryError")
			.contains("keeps more and more in memory");
		assertEngineIsHealthy();
	}

	@Test
	void handlerThatPrintsHundredMegabytes() {
		GradeReport report = handler("""
				def handler(event, context):
				    line = "x" * 1023
				    for _ in range(100 * 1024):
				        print(line)
				    return event
				""");

		assertThat(failure(report)).contains("more than 1 MiB of output", "Look for a loop that prints");
		assertEngineIsHealthy();
	}

	@Test
	void responseThatCannotBeSerialized() {
		GradeReport report = handler("""
				def handler(event, context):
				    return {"orderId": event["orderId"], "message": {1, 2}}
				""");

		assertThat(failure(report)).contains("type set is not JSON serializable", "Return only what JSON knows");
		assertEngineIsHealthy();
	}

	@Test
	void responseOfMoreThanSixMegabytes() {
		GradeReport report = handler("""
				def handler(event, context):
				    return {"orderId": event["orderId"], "message": "x" * (7 * 1024 * 1024)}
				""");

		assertThat(failure(report)).contains("6291556 bytes", "store the result and return where it is");
		assertEngineIsHealthy();
	}

	@Test
	void templateThatIsNotYaml() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties: {QueueName: orders
				""");

		assertBlocked(report, "deploy", "invalid-template", 4);
		assertThat(problem(report).message()).contains("not valid YAML", "the end of the file");
	}

	@Test
	void templateWithAnUnknownType() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Qeue
				""");

		assertBlocked(report, "deploy", "unsupported-resource", 3);
		assertThat(problem(report).message()).isEqualTo("The resource Orders has the type AWS::SQS::Qeue, "
				+ "which is unknown or not supported here. Did you mean AWS::SQS::Queue?");
	}

	@Test
	void templateWithAnUnsupportedResource() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				  Picture:
				    Type: AWS::Rekognition::Collection
				""");

		assertBlocked(report, "deploy", "unsupported-resource", 5);
		assertThat(problem(report).message()).contains("Picture", "AWS::Rekognition::Collection", "Leave it out");
	}

	@Test
	void templateThatRefersInACircle() {
		GradeReport report = template("""
				Resources:
				  First:
				    Type: AWS::SQS::Queue
				    Properties:
				      QueueName: !Sub "${Second}-first"
				  Second:
				    Type: AWS::SQS::Queue
				    Properties:
				      QueueName: !GetAtt First.QueueName
				""");

		assertBlocked(report, "deploy", "circular-reference", 2);
		assertThat(problem(report).message()).contains("First → Second → First", "Take one of these references away");
	}

	@Test
	void templateWithTheEventSourceOfNobody() {
		GradeReport report = template("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  Worker:
				    Type: AWS::Serverless::Function
				    Properties:
				      Runtime: python3.13
				      Handler: index.handler
				      InlineCode: "def handler(event, context): return 1"
				  Orders:
				    Type: AWS::Lambda::EventSourceMapping
				    Properties:
				      FunctionName: !Ref Worker
				      EventSourceArn: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:nobody"
				""");

		assertBlocked(report, "deploy", "deployment-failed", 9);
		assertThat(problem(report).message()).contains("Orders", "AWS::Lambda::EventSourceMapping",
				"The specified queue does not exist", "Correct it in the template");
		assertEngineIsHealthy();
	}

	@Test
	void templateWithTheAliasOfAMissingFunction() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				  Live:
				    Type: AWS::Lambda::Alias
				    Properties:
				      Name: live
				      FunctionName: nobody
				      FunctionVersion: "1"
				""");

		assertBlocked(report, "deploy", "deployment-failed", 4);
		assertThat(problem(report).message()).contains("Live", "AWS::Lambda::Alias",
				"CreateAlias answered ResourceNotFoundException", "nobody", "Correct it in the template");
	}

	@Test
	void templateWithAnEventSource() {
		GradeReport report = template("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  Worker:
				    Type: AWS::Serverless::Function
				    Properties:
				      Runtime: python3.13
				      Handler: index.handler
				      InlineCode: "def handler(event, context): return 1"
				      Policies: [AWSLambdaSQSQueueExecutionRole]
				  Orders:
				    Type: AWS::SQS::Queue
				  Mapping:
				    Type: AWS::Lambda::EventSourceMapping
				    Properties:
				      FunctionName: !Ref Worker
				      EventSourceArn: !GetAtt Orders.Arn
				""");

		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.PASSED);
	}

	@Test
	void templateWhoseRoleMayNotReadTheQueue() {
		GradeReport report = template("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  Worker:
				    Type: AWS::Serverless::Function
				    Properties:
				      Runtime: python3.13
				      Handler: index.handler
				      InlineCode: "def handler(event, context): return 1"
				  Orders:
				    Type: AWS::SQS::Queue
				  Mapping:
				    Type: AWS::Lambda::EventSourceMapping
				    Properties:
				      FunctionName: !Ref Worker
				      EventSourceArn: !GetAtt Orders.Arn
				""");

		assertBlocked(report, "deploy", "refused-by-aws", 11);
		assertThat(problem(report).message()).contains("Mapping reads the queue",
				"does not allow sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes on it");
	}

	@Test
	void templateWhoseRoleLambdaMayNotAssume() {
		GradeReport report = template("""
				Resources:
				  Worker:
				    Type: AWS::Lambda::Function
				    Properties:
				      Runtime: python3.13
				      Handler: index.handler
				      Code: {ZipFile: "def handler(event, context): return 1"}
				      Role: !GetAtt Rights.Arn
				  Rights:
				    Type: AWS::IAM::Role
				    Properties:
				      AssumeRolePolicyDocument:
				        Version: "2012-10-17"
				        Statement:
				          - {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: sqs.amazonaws.com}}
				  Orders:
				    Type: AWS::SQS::Queue
				""");

		assertBlocked(report, "deploy", "refused-by-aws", 8);
		assertThat(problem(report).message()).contains("the role of the function Worker cannot be assumed by Lambda",
				"lambda.amazonaws.com");
	}

	@Test
	void templateWithAMisspelledProperty() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties:
				      VisibilityTimout: 60
				""");

		assertBlocked(report, "deploy", "refused-by-aws", 5);
		assertThat(problem(report).message()).isEqualTo("AWS would refuse the template: The resource Orders has no "
				+ "property VisibilityTimout. Did you mean VisibilityTimeout? (cfn-lint E3002)");
	}

	@Test
	void templateWithThreeErrorsThatAwsRefuses() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties:
				      VisibilityTimout: 60
				      MessageRetentionPeriod: 14 days
				  Items:
				    Type: AWS::DynamoDB::Table
				    Properties:
				      BillingMode: PAY_PER_REQUEST
				      AttributeDefinitions: [{AttributeName: id, AttributeType: TEXT}]
				      KeySchema: [{AttributeName: id, KeyType: HASH}]
				""");

		assertBlocked(report, "deploy", "refused-by-aws", Objects.requireNonNull(problem(report).line()));
		assertThat(problem(report).message()).endsWith("There are 2 more.");
		assertThat(Stream.concat(Stream.of(problem(report).line()),
				problem(report).others().stream().map(GradeReport.Problem.Other::line)))
			.containsExactlyInAnyOrder(5, 6, 11);
		assertThat(problem(report).others())
			.isSortedAccordingTo(Comparator.comparing((other) -> Objects.requireNonNull(other.line())));
	}

	@Test
	void templateWithTwoRolesThatLambdaMayNotAssume() {
		GradeReport report = template(List.of("First", "Second", "Third")
			.stream()
			.map((name) -> """
					  %1$s:
					    Type: AWS::Lambda::Function
					    Properties:
					      Runtime: python3.13
					      Handler: index.handler
					      Code: {ZipFile: "def handler(event, context): return 1"}
					      Role: !GetAtt %2$s.Arn
					""".formatted(name, name.equals("Third") ? "RoleOfFirst" : "RoleOf" + name))
			.collect(Collectors.joining("", "Resources:\n", """
					  RoleOfFirst: &role
					    Type: AWS::IAM::Role
					    Properties:
					      AssumeRolePolicyDocument:
					        Version: "2012-10-17"
					        Statement:
					          - {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: sqs.amazonaws.com}}
					  RoleOfSecond: *role
					""")));

		assertBlocked(report, "deploy", "refused-by-aws", 8);
		assertThat(problem(report).others()).singleElement().returns(15, GradeReport.Problem.Other::line);
	}

	@Test
	void templateWithAMisspelledPropertyOfAnEvent() {
		GradeReport report = template("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  Worker:
				    Type: AWS::Serverless::Function
				    Properties:
				      Runtime: python3.13
				      Handler: index.handler
				      InlineCode: "def handler(event, context): return 1"
				      Events:
				        Orders:
				          Type: SQS
				          Properties:
				            Queue: !GetAtt Orders.Arn
				            FunctionResponseType: [ReportBatchItemFailures]
				  Orders:
				    Type: AWS::SQS::Queue
				""");

		assertBlocked(report, "deploy", "refused-by-aws", 14);
		assertThat(problem(report).message()).contains(
				"The event Orders of Worker has no property FunctionResponseType.",
				"Did you mean FunctionResponseTypes?");
	}

	@Test
	void templateWithAValueThatAwsRefuses() {
		GradeReport report = template("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties:
				      MessageRetentionPeriod: 9999999
				""");

		assertBlocked(report, "deploy", "refused-by-aws", 5);
		assertThat(problem(report).message()).contains("MessageRetentionPeriod of Orders",
				"9999999 is greater than the maximum of 1209600");
	}

	@Test
	void templateWithAParameterThatNobodySets() {
		GradeReport report = template("""
				Parameters:
				  Stage: {Type: String}
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties: {QueueName: !Ref Stage}
				""");

		assertBlocked(report, "deploy", "parameter-without-value", 2);
		assertThat(problem(report).message())
			.isEqualTo("The parameter Stage has no Default, and nobody sets it here. Give it a Default.");
	}

	@Test
	void templateThatIsRight() {
		GradeReport report = template("Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n");

		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.PASSED);
	}

	private void assertEngineIsHealthy() {
		GradeReport report = grade(hello(), this.course.solutions(hello()).getFirst().files());
		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.PASSED);
		assertThat(report.score()).isEqualTo(100);
	}

	private static String failure(GradeReport report) {
		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.problem()).isNull();
		CheckResult check = report.checks().getFirst();
		assertThat(check.outcome()).isEqualTo(CheckResult.Outcome.FAILED);
		assertThat(check.evidence()).isNotEmpty();
		assertThat(String.valueOf(check.message())).startsWith("The function failed instead of answering: ")
			.doesNotContain("RequestId");
		return String.valueOf(check.message());
	}

	private static void assertBlocked(GradeReport report, String stage, String kind, int line) {
		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(problem(report).stage()).isEqualTo(stage);
		assertThat(problem(report).kind()).isEqualTo(kind);
		assertThat(problem(report).file()).isEqualTo("template.yaml");
		assertThat(problem(report).line()).isEqualTo(line);
		assertThat(report.checks()).extracting(CheckResult::outcome).containsOnly(CheckResult.Outcome.BLOCKED);
	}

	private GradeReport handler(String text) {
		return grade(hello(), file("handler.py", text));
	}

	private GradeReport template(String text) {
		return grade(templateExercise(), file("template.yaml", text));
	}

	private GradeReport grade(Exercise exercise, SourceFiles files) {
		return this.grading.grade(new GradingTask(exercise, Language.PYTHON, files, SEEDS), GradingProgress.NONE)
			.report();
	}

	private static SourceFiles file(String name, String text) {
		return SourceFiles.of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
	}

	private Exercise hello() {
		return this.course.exercise(new Slug("hello-larkspur")).orElseThrow();
	}

	private static Exercise templateExercise() {
		return new Exercise(new Slug("bad-template"), "E99", 1, "A queue", new Slug("idempotency"), 1, 5, false,
				List.of(), ExerciseKind.TEMPLATE, Map.of(), null, Set.of("sqs"),
				List.of(new CheckDefinition("C1", "There is a queue.", 100, true, Visibility.VISIBLE, List.of())),
				Path.of("."));
	}

	private static GradeReport.Problem problem(GradeReport report) {
		return Objects.requireNonNull(report.problem());
	}

}

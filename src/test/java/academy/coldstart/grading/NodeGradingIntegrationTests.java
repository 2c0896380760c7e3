package academy.coldstart.grading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.Solution;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Grades real Node.js submissions on the real engine.
 */
@RealEngineTest
class NodeGradingIntegrationTests {

	private static final List<Long> SEEDS = List.of(11L);

	private static final String TEMPLATE = """
			Transform: AWS::Serverless-2016-10-31
			Resources:
			  Function:
			    Type: AWS::Serverless::Function
			    Properties:
			      Runtime: nodejs24.x
			      Handler: handler.handler
			      CodeUri: .
			      Timeout: 30
			      MemorySize: 512
			      Environment:
			        Variables:
			          QUEUE_URL: !Ref Queue
			          QUEUE_NAME: !GetAtt Queue.QueueName
			  Queue:
			    Type: AWS::SQS::Queue
			""";

	private static final String CONFIRM = """
			function confirmed(order) {
			  console.log(order.orderId, order.correlationId);
			  const items = order.lines.reduce((sum, line) => sum + line.qty, 0);
			  return { orderId: order.orderId, message: `Order ${order.orderId} received: ${items} items` };
			}
			""";

	@Autowired
	private Course course;

	@Autowired
	private Grading grading;

	@Test
	void solutionReachesAllPointsAndTheReportSaysWhatRan() {
		Solution solution = this.course.solutions(hello())
			.stream()
			.filter((each) -> each.language() == Language.NODE)
			.findFirst()
			.orElseThrow();

		GradeReport report = grade(hello(), solution.files()).report();

		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.PASSED);
		assertThat(report.score()).isEqualTo(100);
		assertThat(Objects.requireNonNull(report.runtime()).id()).isEqualTo("nodejs24.x");
		assertThat(Objects.requireNonNull(report.runtime()).version()).matches("Node\\.js \\d+\\.\\d+\\.\\d+");
	}

	@Test
	void thrownErrorFailsWithTheLine() {
		GradeReport report = grade("""
				export const handler = async (event) => {
				  console.log(event.orderId, event.correlationId);
				  return event.total.toFixed(2);
				};
				""");

		CheckResult wrong = report.checks().getFirst();
		assertThat(wrong.message()).contains("TypeError: Cannot read properties of undefined (reading 'toFixed')");
		assertThat(wrong.place()).isEqualTo(new CheckResult.Place("handler.mjs", 3));
	}

	@Test
	void syntaxErrorIsAProblemWithFileAndLine() {
		GradeReport report = grade("export const handler = async (event) => {\n  return {;\n};\n");

		assertThat(problem(report).kind()).isEqualTo("syntax-error");
		assertThat(problem(report).file()).isEqualTo("handler.mjs");
		assertThat(problem(report).line()).isEqualTo(2);
	}

	@Test
	void missingModuleIsAProblem() {
		GradeReport report = grade("import nothing from \"no-such-package\";\nexport const handler = async () => 1;\n");

		assertThat(problem(report).message()).contains("Cannot find package 'no-such-package'");
	}

	@Test
	void handlerThatTakesACallbackIsAProblem() {
		GradeReport report = grade("export const handler = (event, context, callback) => callback(null, 1);\n");

		assertThat(problem(report).kind()).isEqualTo("handler-unsupported");
		assertThat(problem(report).message()).contains("removed support for callback-based function handlers");
	}

	@Test
	void rejectionThatNobodyHandlesFailsWithTheLine() {
		GradeReport report = grade("""
				const work = async () => {
				  throw new Error("nobody listens");
				};
				export const handler = async () => {
				  work();
				};
				""");

		CheckResult wrong = report.checks().getFirst();
		assertThat(wrong.message()).contains("Runtime.UnhandledPromiseRejection: ", "nobody listens")
			.contains("Await every promise");
		assertThat(wrong.place()).isEqualTo(new CheckResult.Place("handler.mjs", 2));
	}

	@Test
	void defaultQueueClientReachesTheQueueThroughTheProxy() {
		GradedRun run = deploy(
				"""
						import { DeleteMessageCommand, GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient }
						  from "@aws-sdk/client-sqs";
						const sqs = new SQSClient({});
						export const handler = async (event) => {
						  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify(event) }));
						  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: process.env.QUEUE_NAME }));
						  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
						  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages[0].ReceiptHandle }));
						  return confirmed(JSON.parse(Messages[0].Body));
						};
						"""
						+ CONFIRM);

		assertThat(run.report().score()).as("%s", run.report()).isEqualTo(100);
		List<AwsCall> calls = calls(run, "sqs");
		assertThat(calls).extracting(AwsCall::operation)
			.startsWith("SendMessage", "GetQueueUrl", "ReceiveMessage", "DeleteMessage");
		assertThat(calls).allSatisfy((call) -> {
			assertThat(call.status()).isEqualTo(200);
			assertThat(call.outcome()).isEqualTo(CallOutcome.FORWARDED);
			assertThat(call.invocation()).isNotNull();
		});
		assertThat(calls.getFirst().frame()).isEqualTo("handler.mjs:5");
	}

	@Test
	void everyClientOfTheRuntimeSpeaksToTheEngine() {
		GradedRun run = deploy("""
				import { CloudWatchClient, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
				import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
				import { EventBridgeClient, ListRulesCommand } from "@aws-sdk/client-eventbridge";
				import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
				import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
				import { ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
				import { ListTopicsCommand, SNSClient } from "@aws-sdk/client-sns";
				import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
				import { DescribeParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
				import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
				import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
				import { marshall } from "@aws-sdk/util-dynamodb";
				import { BatchProcessor, EventType } from "@aws-lambda-powertools/batch";
				import { makeIdempotent } from "@aws-lambda-powertools/idempotency";
				import { Logger } from "@aws-lambda-powertools/logger";
				import { Metrics } from "@aws-lambda-powertools/metrics";
				import { SSMProvider } from "@aws-lambda-powertools/parameters/ssm";
				import { Tracer } from "@aws-lambda-powertools/tracer";
				const tools = [DynamoDBDocumentClient.from(new DynamoDBClient({})), marshall({ a: 1 }),
				  new BatchProcessor(EventType.SQS), makeIdempotent, new Logger(), new Metrics({ namespace: "shop" }),
				  new SSMProvider(), new Tracer()];
				export const handler = async (event) => {
				  await new CloudWatchClient({}).send(new ListMetricsCommand({}));
				  await new DynamoDBClient({}).send(new ListTablesCommand({}));
				  await new EventBridgeClient({}).send(new ListRulesCommand({}));
				  await new LambdaClient({}).send(new GetAccountSettingsCommand({}));
				  await new S3Client({}).send(new ListBucketsCommand({}));
				  await new SecretsManagerClient({}).send(new ListSecretsCommand({}));
				  await new SNSClient({}).send(new ListTopicsCommand({}));
				  await new SQSClient({}).send(new ListQueuesCommand({}));
				  await new SSMClient({}).send(new DescribeParametersCommand({}));
				  await new STSClient({}).send(new GetCallerIdentityCommand({}));
				  return confirmed(event);
				};
				""" + CONFIRM);

		assertThat(run.report().score()).as("%s", run.report()).isEqualTo(100);
		assertThat(run.traces().getFirst().calls().stream().filter((call) -> call.environment() != null).limit(10))
			.allSatisfy((call) -> assertThat(call.status()).as(call.service()).isEqualTo(200))
			.extracting(AwsCall::service)
			.containsExactlyInAnyOrder("monitoring", "dynamodb", "events", "lambda", "s3", "secretsmanager", "sns",
					"sqs", "ssm", "sts");
	}

	private static List<AwsCall> calls(GradedRun run, String service) {
		Trace trace = run.traces().getFirst();
		return trace.calls().stream().filter((call) -> call.service().equals(service)).toList();
	}

	private GradeReport grade(String handler) {
		return grade(hello(), SourceFiles.of(Map.of("handler.mjs", handler.getBytes(StandardCharsets.UTF_8)))).report();
	}

	/**
	 * The warm-up with a template of the learner's own: whatever passes it did all it was
	 * told.
	 */
	private GradedRun deploy(String handler) {
		Exercise hello = hello();
		Exercise own = new Exercise(hello.slug(), hello.id(), hello.version(), hello.title(), hello.lesson(), 1, 10,
				false, List.of(), ExerciseKind.BOTH,
				Map.of(Language.NODE, new HandlerLocation("handler.mjs", "handler.handler", "nodejs24.x")), null,
				Set.of("lambda", "sqs"), hello.checks(), hello.directory());
		return grade(own, SourceFiles.of(Map.of("handler.mjs", handler.getBytes(StandardCharsets.UTF_8),
				"template.yaml", TEMPLATE.getBytes(StandardCharsets.UTF_8))));
	}

	private GradedRun grade(Exercise exercise, SourceFiles files) {
		return this.grading.grade(new GradingTask(exercise, Language.NODE, files, SEEDS), GradingProgress.NONE);
	}

	private Exercise hello() {
		return this.course.exercise(new Slug("hello-larkspur")).orElseThrow();
	}

	private static GradeReport.Problem problem(GradeReport report) {
		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.FAILED);
		return Objects.requireNonNull(report.problem());
	}

}

package academy.coldstart.grading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.CheckDefinition.Visibility;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.RoleMode;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.RoleUse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions whose roles decide, on the real engine and with the SDKs of the functions.
 */
@RealEngineTest
class RolesIntegrationTests {

	private static final String TEMPLATE = """
			Transform: AWS::Serverless-2016-10-31
			Resources:
			  Function:
			    Type: AWS::Serverless::Function
			    Properties:
			      Runtime: RUNTIME
			      Handler: handler.handler
			      CodeUri: .
			      Timeout: 60
			      MemorySize: 512
			      Environment:
			        Variables:
			          TABLE: !Ref Table
			          RATE: !Ref Rate
			          QUEUE_URL: !Ref Queue
			          TOPIC: !Ref Topic
			          BUCKET: !Ref Bucket
			      EventInvokeConfig:
			        MaximumRetryAttempts: 0
			        DestinationConfig:
			          OnFailure: {Type: SQS, Destination: !GetAtt Failures.Arn}
			      Policies:
			        - SSMParameterReadPolicy: {ParameterName: !Ref Rate}
			        - Statement:
			            - {Sid: Write, Effect: Allow, Action: [dynamodb:PutItem, dynamodb:DeleteItem], Resource: !GetAtt Table.Arn}
			            - {Sid: Report, Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Failures.Arn}
			            - {Sid: Keep, Effect: Deny, Action: dynamodb:Delete*, Resource: "*"}
			  Table:
			    Type: AWS::DynamoDB::Table
			    Properties:
			      BillingMode: PAY_PER_REQUEST
			      AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
			      KeySchema: [{AttributeName: pk, KeyType: HASH}]
			  Rate:
			    Type: AWS::SSM::Parameter
			    Properties: {Type: String, Value: "19"}
			  Queue:
			    Type: AWS::SQS::Queue
			  Failures:
			    Type: AWS::SQS::Queue
			  Topic:
			    Type: AWS::SNS::Topic
			    Properties:
			      Subscription: [{Protocol: sqs, Endpoint: !GetAtt Queue.Arn}]
			  Bucket:
			    Type: AWS::S3::Bucket
			""";

	private static final String PYTHON = """
			import os

			import boto3
			from botocore.exceptions import ClientError

			E = os.environ
			c = boto3.client
			CALLS = {
			    "put": lambda: c("dynamodb").put_item(TableName=E["TABLE"], Item={"pk": {"S": "o-1"}}),
			    "get": lambda: c("dynamodb").get_item(TableName=E["TABLE"], Key={"pk": {"S": "o-1"}}),
			    "delete": lambda: c("dynamodb").delete_item(TableName=E["TABLE"], Key={"pk": {"S": "o-1"}}),
			    "get-parameter": lambda: c("ssm").get_parameter(Name=E["RATE"]),
			    "who": lambda: c("sts").get_caller_identity(),
			    "send": lambda: c("sqs").send_message(QueueUrl=E["QUEUE_URL"], MessageBody="denied"),
			    "publish": lambda: c("sns").publish(TopicArn=E["TOPIC"], Message="denied"),
			    "list-buckets": lambda: c("s3").list_buckets(),
			    "get-object": lambda: c("s3").get_object(Bucket=E["BUCKET"], Key="a/b c"),
			    "invoke": lambda: c("lambda").invoke(FunctionName="other", Payload=b"{}"),
			    "metric": lambda: c("cloudwatch").put_metric_data(Namespace="Shop", MetricData=[{"MetricName": "m"}]),
			    "secret": lambda: c("secretsmanager").get_secret_value(SecretId="db"),
			}


			def handler(event, context):
			    if event.get("fail"):
			        raise ValueError("asked to fail")
			    results = {}
			    for name in event["do"]:
			        try:
			            CALLS[name]()
			            results[name] = "ok"
			        except ClientError as e:
			            results[name] = f"{e.response['Error']['Code']}: {e.response['Error']['Message']}"
			    return results
			""";

	private static final String NODE = """
			import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
			import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
			import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
			import { GetObjectCommand, ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
			import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
			import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
			import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
			import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
			import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
			const E = process.env;
			const key = { pk: { S: "o-1" } };
			const calls = {
			  "put": () => new DynamoDBClient({}).send(new PutItemCommand({ TableName: E.TABLE, Item: key })),
			  "get": () => new DynamoDBClient({}).send(new GetItemCommand({ TableName: E.TABLE, Key: key })),
			  "delete": () => new DynamoDBClient({}).send(new DeleteItemCommand({ TableName: E.TABLE, Key: key })),
			  "get-parameter": () => new SSMClient({}).send(new GetParameterCommand({ Name: E.RATE })),
			  "who": () => new STSClient({}).send(new GetCallerIdentityCommand({})),
			  "send": () => new SQSClient({}).send(new SendMessageCommand({ QueueUrl: E.QUEUE_URL, MessageBody: "denied" })),
			  "publish": () => new SNSClient({}).send(new PublishCommand({ TopicArn: E.TOPIC, Message: "denied" })),
			  "list-buckets": () => new S3Client({}).send(new ListBucketsCommand({})),
			  "get-object": () => new S3Client({}).send(new GetObjectCommand({ Bucket: E.BUCKET, Key: "a/b c" })),
			  "invoke": () => new LambdaClient({}).send(new InvokeCommand({ FunctionName: "other", Payload: "{}" })),
			  "metric": () => new CloudWatchClient({}).send(
			    new PutMetricDataCommand({ Namespace: "Shop", MetricData: [{ MetricName: "m" }] })),
			  "secret": () => new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: "db" })),
			};
			export const handler = async (event) => {
			  if (event.fail) throw new Error("asked to fail");
			  const results = {};
			  for (const name of event.do) {
			    try {
			      await calls[name]();
			      results[name] = "ok";
			    } catch (e) {
			      results[name] = `${e.Code ?? e.name.replace(/^AuthorizationErrorException$/, "AuthorizationError")}: ${e.message}`;
			    }
			  }
			  return results;
			};
			""";

	@Autowired
	private Grading grading;

	@Test
	void rolesOfPythonFunctionsDecideAndAreRecorded() {
		GradedRun run = grade(Language.PYTHON, "handler.py", "python3.13", PYTHON);

		assertThat(run.report().checks()).as("%s", run.report())
			.extracting(CheckResult::outcome)
			.containsOnly(CheckResult.Outcome.PASSED);
		List<AwsCall> calls = run.traces().getFirst().calls();
		AwsCall put = calls.stream().filter((call) -> call.operation().equals("PutItem")).findFirst().orElseThrow();
		assertThat(access(put).permissions()).singleElement().satisfies((permission) -> {
			assertThat(permission.allowed()).isTrue();
			assertThat(permission.action()).isEqualTo("dynamodb:PutItem");
			assertThat(permission.statement()).endsWith(", Write");
		});
		AwsCall get = denied(calls, "GetItem");
		assertThat(get.status()).isEqualTo(400);
		assertThat(get.errorCode()).isEqualTo("AccessDeniedException");
		assertThat(access(get).caller()).contains(":assumed-role/");
		assertThat(access(get).permissions()).singleElement().satisfies((permission) -> {
			assertThat(permission.statement()).isNull();
			assertThat(permission.near()).first().asString().contains(", Write: It allows [dynamodb:PutItem");
			assertThat(permission.suggestion()).contains("\"Action\": \"dynamodb:GetItem\"");
		});
		assertThat(access(denied(calls, "DeleteItem")).permissions().getFirst().statement()).endsWith(", Keep");
		assertThat(calls).filteredOn((call) -> call.phase() == Phase.ENGINE && call.outcome() == CallOutcome.DENIED)
			.extracting((call) -> access(call).caller())
			.contains("sns.amazonaws.com")
			.anyMatch((caller) -> caller.contains(":assumed-role/"));
		RoleUse use = run.traces().getFirst().roles().getFirst();
		assertThat(use.unused()).extracting(RoleUse.Grant::action).contains("ssm:GetParametersByPath");
		assertThat(use.grants()).filteredOn((grant) -> grant.action().equals("dynamodb:PutItem"))
			.singleElement()
			.satisfies((grant) -> assertThat(grant.uses()).isPositive());
		assertThat(access(denied(calls, "GetObject")).permissions().getFirst().resource())
			.matches("arn:aws:s3:::[^/]+/a/b c");
	}

	@Test
	void rolesOfNodeFunctionsDecide() {
		GradedRun run = grade(Language.NODE, "handler.mjs", "nodejs24.x", NODE);

		assertThat(run.report().checks()).as("%s", run.report())
			.extracting(CheckResult::outcome)
			.containsOnly(CheckResult.Outcome.PASSED);
	}

	private GradedRun grade(Language language, String file, String runtime, String handler) {
		SourceFiles files = SourceFiles.of(Map.of(file, handler.getBytes(StandardCharsets.UTF_8), "template.yaml",
				TEMPLATE.replace("RUNTIME", runtime).getBytes(StandardCharsets.UTF_8)));
		List<CheckDefinition> checks = Stream.of("C1", "C2", "C3", "C4", "C5", "C6", "C7")
			.map((id) -> new CheckDefinition(id, "It holds.", 10, true, Visibility.VISIBLE, List.of()))
			.toList();
		Exercise exercise = new Exercise(new Slug("role-gate"), "E99", 1, "Roles", new Slug("idempotency"), 1, 5, false,
				List.of(), ExerciseKind.BOTH, Map.of(language, new HandlerLocation(file, "handler.handler", runtime)),
				null, Set.of("dynamodb"), checks, Path.of("."), RoleMode.ENFORCED, List.of());
		return this.grading.grade(new GradingTask(exercise, language, files, List.of(11L)), GradingProgress.NONE);
	}

	private static AwsCall denied(List<AwsCall> calls, String operation) {
		return calls.stream()
			.filter((call) -> call.operation().equals(operation) && call.outcome() == CallOutcome.DENIED)
			.findFirst()
			.orElseThrow();
	}

	private static AccessDecision access(AwsCall call) {
		return Objects.requireNonNull(call.access());
	}

}

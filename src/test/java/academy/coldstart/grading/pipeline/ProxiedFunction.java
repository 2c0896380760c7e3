package academy.coldstart.grading.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Setup;
import academy.coldstart.grading.deployment.AwsRules;
import academy.coldstart.grading.deployment.Deployment;
import academy.coldstart.grading.template.TemplateParser;
import academy.coldstart.trace.AwsCall;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A deployed Python function that does what each event says, on the real engine and
 * through the real proxy.
 */
class ProxiedFunction implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String HANDLER = """
			import json, os, urllib.error, urllib.request

			import boto3
			from botocore import UNSIGNED
			from botocore.config import Config
			from botocore.exceptions import ClientError

			ENDPOINT = os.environ["AWS_ENDPOINT_URL"]


			def raw(method, path, body=None, headers={}):
			    url = path if path.startswith("http") else ENDPOINT + path
			    request = urllib.request.Request(url, data=body, method=method, headers=headers)
			    try:
			        with urllib.request.urlopen(request) as response:
			            return [response.status, response.read().decode()]
			    except urllib.error.HTTPError as e:
			        return [e.code, e.read().decode()]


			def outcome(call):
			    try:
			        call()
			        return "done"
			    except ClientError as e:
			        return e.response["Error"]["Code"] + " " + str(e.response["ResponseMetadata"]["HTTPStatusCode"])


			def handler(event, context):
			    scope = dict(globals(), event=event, env=os.environ)
			    exec(event["code"], scope)
			    return scope.get("result")
			""";

	private static final String TEMPLATE = """
			Transform: AWS::Serverless-2016-10-31
			Resources:
			  Function:
			    Type: AWS::Serverless::Function
			    Properties:
			      FunctionName: probe
			      Runtime: python3.13
			      Handler: handler.handler
			      CodeUri: .
			      Timeout: 60
			      MemorySize: 512
			      Environment:
			        Variables:
			          TABLE: !Ref Table
			          BUCKET: !Ref Bucket
			          QUEUE: !Ref Queue
			          TOPIC: !Ref Topic
			  Table:
			    Type: AWS::DynamoDB::Table
			    Properties:
			      BillingMode: PAY_PER_REQUEST
			      AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
			      KeySchema: [{AttributeName: pk, KeyType: HASH}]
			  Bucket: {Type: AWS::S3::Bucket}
			  Queue: {Type: AWS::SQS::Queue}
			  Topic: {Type: AWS::SNS::Topic}
			""";

	private final EngineLease lease;

	private final Accounts.OpenAccount account;

	private final Aws aws;

	ProxiedFunction(Platform platform) {
		this.lease = platform.lease();
		this.account = platform.accounts().open(this.lease, Setup.of(Object.class, 1), null);
		this.aws = platform.aws(this.lease);
		new Deployment(this.aws, AwsRules.NONE).deploy(TemplateParser.parse(TEMPLATE.getBytes(StandardCharsets.UTF_8)),
				SourceFiles.of(Map.of("handler.py", HANDLER.getBytes(StandardCharsets.UTF_8))), Map.of());
	}

	String accountId() {
		return this.lease.account();
	}

	Aws aws() {
		return this.aws;
	}

	/**
	 * Run some Python code in the function.
	 * @param code the code, which leaves what it found in {@code result}
	 * @return what it found, and which calls it made
	 */
	Found run(String code) {
		InvokeResponse response = this.aws.lambda()
			.invoke((request) -> request.functionName("probe")
				.payload(SdkBytes.fromUtf8String(JSON.writeValueAsString(Map.of("code", code)))));
		assertThat(response.functionError()).as(response.payload().asUtf8String()).isNull();
		assertThat(this.account.fault().get()).isEmpty();
		String invocation = response.responseMetadata().requestId();
		return new Found(JSON.readTree(response.payload().asUtf8String()),
				this.account.recorder()
					.snapshot()
					.calls()
					.stream()
					.filter((call) -> invocation.equals(call.invocation()))
					.toList());
	}

	@Override
	public void close() {
		this.account.close();
		this.lease.close();
	}

	/**
	 * What an invocation found.
	 *
	 * @param result what its code left
	 * @param calls the calls that the proxy recorded for it
	 */
	record Found(JsonNode result, List<AwsCall> calls) {

		/**
		 * Return the calls in short.
		 * @return service, operation, status and outcome of each
		 */
		List<String> inShort() {
			return this.calls.stream()
				.map((call) -> call.service() + " " + call.operation() + " " + call.status() + " " + call.outcome())
				.toList();
		}

	}

}

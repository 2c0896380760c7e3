package academy.coldstart.grading.pipeline;

import java.util.Objects;

import academy.coldstart.engine.EngineLease;
import academy.coldstart.grading.RealEngineTest;
import academy.coldstart.grading.pipeline.ProxiedFunction.Found;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls of a Python function with boto3, through the proxy, on the real engine: the
 * account stays pinned, other accounts are out of reach, and everything is recorded.
 */
@RealEngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxiedCallsIntegrationTests {

	private static final String FORM = """
			def form(fields, content):
			    edge, rows = "edge-of-part", []
			    for name, value in fields.items():
			        rows.append("--%s\\r\\nContent-Disposition: form-data; name=\\"%s\\"\\r\\n\\r\\n%s\\r\\n" % (edge, name, value))
			    rows.append("--%s\\r\\nContent-Disposition: form-data; name=\\"file\\"; filename=\\"f.txt\\"\\r\\n\\r\\n" % edge)
			    body = "".join(rows).encode() + content + ("\\r\\n--%s--\\r\\n" % edge).encode()
			    return body, {"Content-Type": "multipart/form-data; boundary=" + edge}

			s3 = boto3.client("s3")
			post = s3.generate_presigned_post(env["BUCKET"], "forms/${filename}",
			    Conditions=[["content-length-range", 1, 100]])
			""";

	@Autowired
	private @Nullable Platform platform;

	private @Nullable ProxiedFunction function;

	@BeforeAll
	void deploy() {
		this.function = new ProxiedFunction(Objects.requireNonNull(this.platform));
	}

	@AfterAll
	void close() {
		function().close();
	}

	@Test
	void presignedUrlsReachTheOwnBucket() {
		Found found = run("""
				s3 = boto3.client("s3")
				what = {"Bucket": env["BUCKET"], "Key": "a b/ü.txt"}
				result = [raw("PUT", s3.generate_presigned_url("put_object", Params=what), "grüße".encode()),
				    raw("GET", s3.generate_presigned_url("get_object", Params=what))]
				""");

		assertThat(found.result().toString()).isEqualTo("[[200,\"\"],[200,\"grüße\"]]");
		assertThat(found.inShort()).containsExactly("s3 PutObject 200 FORWARDED", "s3 GetObject 200 FORWARDED");
		assertThat(found.calls()).extracting(AwsCall::resource).allMatch((resource) -> resource.endsWith("/a b/ü.txt"));
		assertThat(found.calls().getFirst().request().text()).isEqualTo("grüße");
	}

	@Test
	void unsignedRequestsStayInTheAccountOfTheFunction() {
		Found found = run("""
				unsigned = Config(signature_version=UNSIGNED)
				s3 = boto3.client("s3", config=unsigned)
				s3.put_object(Bucket=env["BUCKET"], Key="plain", Body=b"x")
				result = [s3.get_object(Bucket=env["BUCKET"], Key="plain")["Body"].read().decode(),
				    boto3.client("dynamodb", config=unsigned).list_tables()["TableNames"] == [env["TABLE"]],
				    boto3.client("sqs", config=unsigned).list_queues()["QueueUrls"] == [env["QUEUE"]],
				    boto3.client("sts", config=unsigned).get_caller_identity()["Account"]]
				""");

		assertThat(found.result().toString()).isEqualTo("[\"x\",true,true,\"%s\"]".formatted(function().accountId()));
		assertThat(found.calls()).hasSize(5).allMatch((call) -> call.outcome() == CallOutcome.FORWARDED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999999", "000000000000", "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE",
			"LSIAQAAAAAAAAAAAAAAA", "test" })
	void accessKeysOfOthersDoNotChangeTheAccount(String key) {
		Found found = run("""
				other = boto3.Session(aws_access_key_id="%s", aws_secret_access_key="secret")
				other.client("s3").put_object(Bucket=env["BUCKET"], Key="key", Body=b"x")
				result = [other.client("sts").get_caller_identity()["Account"],
				    other.client("dynamodb").list_tables()["TableNames"] == [env["TABLE"]],
				    other.client("sqs").list_queues()["QueueUrls"] == [env["QUEUE"]],
				    other.client("s3").list_objects_v2(Bucket=env["BUCKET"], Prefix="key")["KeyCount"],
				    [t["TopicArn"] for t in other.client("sns").list_topics()["Topics"]] == [env["TOPIC"]]]
				""".formatted(key));

		assertThat(found.result().toString()).isEqualTo("[\"%s\",true,true,1,true]".formatted(function().accountId()));
		assertThat(found.calls()).hasSize(6).allMatch((call) -> call.outcome() == CallOutcome.FORWARDED);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					sqs | SendMessage | AccessDenied | QueueUrl=ENDPOINT + "/queue/us-east-1/999999999999/q", MessageBody="x"
					sqs | ReceiveMessage | AccessDenied | QueueUrl="https://sqs.us-east-1.amazonaws.com/999999999999/q"
					sqs | GetQueueUrl | AccessDenied | QueueName="q", QueueOwnerAWSAccountId="999999999999"
					dynamodb | GetItem | AccessDeniedException | TableName="arn:aws:dynamodb:us-east-1:999999999999:table/t", Key={"pk": {"S": "1"}}
					lambda | Invoke | AccessDeniedException | FunctionName="arn:aws:lambda:us-east-1:999999999999:function:f"
					sns | Publish | AccessDenied | TopicArn="arn:aws:sns:us-east-1:999999999999:t", Message="x"
					sts | AssumeRole | AccessDenied | RoleArn="arn:aws:iam::999999999999:role/r", RoleSessionName="session"
					events | PutEvents | AccessDeniedException | Entries=[{"EventBusName": "arn:aws:events:us-east-1:999999999999:event-bus/b", "Source": "s", "DetailType": "d", "Detail": "{}"}]
					secretsmanager | GetSecretValue | AccessDeniedException | SecretId="arn:aws:secretsmanager:us-east-1:999999999999:secret:s"
					monitoring | ListTagsForResource | AccessDenied | ResourceARN="arn:aws:cloudwatch:us-east-1:999999999999:alarm:a"
					s3 | ListObjectsV2 | AccessDenied | Bucket=env["BUCKET"], ExpectedBucketOwner="999999999999"
					""")
	void whatIsOfAnotherAccountIsRefusedInTheProtocolOfTheCall(String service, String operation, String code,
			String arguments) {
		Found found = run("""
				from botocore import xform_name
				client = boto3.client("%s".replace("monitoring", "cloudwatch"))
				result = outcome(lambda: getattr(client, xform_name("%s"))(%s))
				""".formatted(service, operation, arguments));

		assertThat(found.result().asString()).isEqualTo(code + " 403");
		assertThat(found.inShort()).containsExactly(service + " " + operation + " 403 REFUSED");
		assertThat(found.calls().getFirst().errorMessage()).contains("999999999999", function().accountId());
	}

	@Test
	void bucketsOfOtherAccountsAreOutOfReach() {
		try (EngineLease lease = Objects.requireNonNull(this.platform).lease()) {
			String bucket = "of-somebody-else-" + lease.account();
			Objects.requireNonNull(this.platform).aws(lease).s3().createBucket((request) -> request.bucket(bucket));

			Found found = run(
					"""
							s3 = boto3.client("s3")
							result = [outcome(lambda: s3.put_object(Bucket="%1$s", Key="k", Body=b"x")),
							    outcome(lambda: s3.copy_object(Bucket=env["BUCKET"], Key="k", CopySource="%1$s/k")),
							    raw("PUT", s3.generate_presigned_url("put_object", Params={"Bucket": "%1$s", "Key": "k"}), b"x")[0]]
							"""
						.formatted(bucket));

			assertThat(found.result().toString()).isEqualTo("[\"AccessDenied 403\",\"AccessDenied 403\",403]");
			assertThat(found.inShort()).containsExactly("s3 PutObject 403 REFUSED", "s3 CopyObject 403 REFUSED",
					"s3 PutObject 403 REFUSED");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/_localstack/health", "/_aws/sqs/messages?QueueUrl=x", "/_aws/lambda/init",
			"/x/../_localstack/plugins", "/%5Flocalstack/health", "//_localstack/health", "/%255Flocalstack/health",
			"/health" })
	void pathsOfTheEngineAreRefusedAndRecorded(String path) {
		Found found = run("result = [raw(method, '%s')[0] for method in ('GET', 'POST', 'DELETE')]".formatted(path));

		assertThat(found.result().toString()).isEqualTo("[403,403,403]");
		assertThat(found.calls()).hasSize(3)
			.allMatch((call) -> call.outcome() == CallOutcome.REFUSED && call.errorCode() != null);
	}

	@Test
	void queuesWorkWithTextsBinariesAndBatches() {
		Found found = run(
				"""
						sqs, queue = boto3.client("sqs"), env["QUEUE"]
						sqs.send_message(QueueUrl=queue, MessageBody="one ü",
						    MessageAttributes={"A": {"DataType": "Binary", "BinaryValue": b"\\x00\\xff"}})
						sqs.send_message_batch(QueueUrl=queue, Entries=[{"Id": str(i), "MessageBody": "m%d" % i} for i in range(3)])
						messages = []
						while len(messages) < 4:
						    messages += sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=2,
						        MessageAttributeNames=["All"]).get("Messages", [])
						handles = [{"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate(messages)]
						result = [sorted(m["Body"] for m in messages), len(sqs.delete_message_batch(QueueUrl=queue, Entries=handles)["Successful"]),
						    [m["MessageAttributes"]["A"]["BinaryValue"].hex() for m in messages if "MessageAttributes" in m]]
						""");

		assertThat(found.result().toString()).isEqualTo("[[\"m0\",\"m1\",\"m2\",\"one ü\"],4,[\"00ff\"]]");
		assertThat(found.inShort()).contains("sqs SendMessage 200 FORWARDED", "sqs SendMessageBatch 200 FORWARDED",
				"sqs ReceiveMessage 200 FORWARDED", "sqs DeleteMessageBatch 200 FORWARDED");
	}

	@Test
	void topicsReachQueues() {
		Found found = run(
				"""
						sns, sqs, queue = boto3.client("sns"), boto3.client("sqs"), env["QUEUE"]
						arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
						subscription = sns.subscribe(TopicArn=env["TOPIC"], Protocol="sqs", Endpoint=arn, ReturnSubscriptionArn=True,
						    Attributes={"RawMessageDelivery": "true"})["SubscriptionArn"]
						sns.publish(TopicArn=env["TOPIC"], Message="news & <more>")
						message = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20)["Messages"][0]
						sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
						sns.unsubscribe(SubscriptionArn=subscription)
						result = message["Body"]
						""");

		assertThat(found.result().asString()).isEqualTo("news & <more>");
		assertThat(found.inShort()).contains("sns Subscribe 200 FORWARDED", "sns Publish 200 FORWARDED");
	}

	@Test
	void tablesWorkWithBatchesTransactionsAndPages() {
		Found found = run(
				"""
						table, client = boto3.resource("dynamodb").Table(env["TABLE"]), boto3.client("dynamodb")
						with table.batch_writer() as writer:
						    for i in range(30):
						        writer.put_item({"pk": "i%d" % i, "data": b"\\x00\\xff"})
						once = {"TableName": env["TABLE"], "Item": {"pk": {"S": "i1"}}, "ConditionExpression": "attribute_not_exists(pk)"}
						pages = client.get_paginator("scan").paginate(TableName=env["TABLE"], PaginationConfig={"PageSize": 10})
						result = [outcome(lambda: client.put_item(**once)),
						    outcome(lambda: client.transact_write_items(TransactItems=[{"Put": once}])),
						    sum(len(page["Items"]) for page in pages), bytes(table.get_item(Key={"pk": "i7"})["Item"]["data"]).hex()]
						""");

		assertThat(found.result().toString())
			.isEqualTo("[\"ConditionalCheckFailedException 400\",\"TransactionCanceledException 400\",30,\"00ff\"]");
		assertThat(found.calls()).filteredOn((call) -> call.operation().equals("BatchWriteItem")).hasSize(2);
		assertThat(found.calls()).filteredOn((call) -> call.operation().equals("Scan")).hasSizeGreaterThan(2);
	}

	@Test
	void largeObjectsGoInPartsBothWays() {
		Found found = run("""
				import io
				from boto3.s3.transfer import TransferConfig
				s3, data, out, megabytes = boto3.client("s3"), os.urandom(12 << 20), io.BytesIO(), 5 << 20
				parts = TransferConfig(multipart_threshold=megabytes, multipart_chunksize=megabytes)
				s3.upload_fileobj(io.BytesIO(data), env["BUCKET"], "big/ü +.bin", Config=parts)
				s3.download_fileobj(env["BUCKET"], "big/ü +.bin", out, Config=parts)
				s3.copy({"Bucket": env["BUCKET"], "Key": "big/ü +.bin"}, env["BUCKET"], "copy", Config=parts)
				result = [out.getvalue() == data,
				    s3.get_object(Bucket=env["BUCKET"], Key="copy", Range="bytes=0-9")["Body"].read() == data[:10]]
				""");

		assertThat(found.result().toString()).isEqualTo("[true,true]");
		assertThat(found.calls()).allMatch(AwsCall::succeeded)
			.extracting(AwsCall::operation)
			.contains("CreateMultipartUpload", "UploadPart", "UploadPartCopy", "CompleteMultipartUpload", "GetObject");
	}

	@ParameterizedTest
	@ValueSource(strings = { "smithy-rpc-v2-cbor", "json", "query" })
	void everyProtocolOfCloudWatchIsUnderstoodAndReadableInTheRecord(String protocol) {
		Found found = run(
				"""
						import datetime
						import botocore.model
						usual = botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS
						botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = ["%1$s"]
						cloudwatch = boto3.Session().client("cloudwatch")
						cloudwatch.meta.service_model.resolved_protocol
						botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = usual
						cloudwatch.put_metric_data(Namespace="%1$s", MetricData=[{"MetricName": "Orders", "Value": 3.5,
						    "Timestamp": datetime.datetime.now(datetime.timezone.utc), "Dimensions": [{"Name": "Shop", "Value": "ü"}]}])
						metrics = cloudwatch.list_metrics(Namespace="%1$s")["Metrics"]
						result = [cloudwatch.meta.service_model.resolved_protocol, metrics[0]["Dimensions"][0]["Value"],
						    outcome(lambda: cloudwatch.set_alarm_state(AlarmName="none", StateValue="OK", StateReason="r")),
						    outcome(lambda: cloudwatch.list_tags_for_resource(ResourceARN="arn:aws:cloudwatch:us-east-1:999999999999:alarm:a"))]
						"""
					.formatted(protocol));

		assertThat(found.result().toString())
			.isEqualTo("[\"%s\",\"ü\",\"ResourceNotFound 404\",\"AccessDenied 403\"]".formatted(protocol));
		assertThat(found.inShort()).containsExactly("monitoring PutMetricData 200 FORWARDED",
				"monitoring ListMetrics 200 FORWARDED", "monitoring SetAlarmState 404 FORWARDED",
				"monitoring ListTagsForResource 403 REFUSED");
		assertThat(found.calls().getFirst().request().text()).contains("Orders", "3.5");
	}

	@Test
	void formsForBrowsersUploadWithinTheirPolicy() {
		Found found = run(FORM + """
				result = [raw("POST", post["url"], *form(post["fields"], b"from a form"))[0],
				    s3.get_object(Bucket=env["BUCKET"], Key="forms/f.txt")["Body"].read().decode(),
				    raw("POST", post["url"], *form(post["fields"], b"x" * 200))[0],
				    raw("POST", post["url"], *form(dict(post["fields"], key="elsewhere"), b"x"))[0]]
				""");

		assertThat(found.result().toString()).isEqualTo("[204,\"from a form\",400,403]");
		assertThat(found.inShort()).containsExactly("s3 PostObject 204 FORWARDED", "s3 GetObject 200 FORWARDED",
				"s3 PostObject 400 FORWARDED", "s3 PostObject 403 FORWARDED");
	}

	@Test
	void formsDoNotReachBucketsOfOthers() {
		try (EngineLease lease = Objects.requireNonNull(this.platform).lease()) {
			String bucket = "forms-of-somebody-else-" + lease.account();
			Objects.requireNonNull(this.platform).aws(lease).s3().createBucket((request) -> request.bucket(bucket));

			Found found = run(FORM + """
					fields = dict(post["fields"], AWSAccessKeyId="%s", key="k")
					result = raw("POST", ENDPOINT + "/%s", *form(fields, b"x"))[0]
					""".formatted(lease.account(), bucket));

			assertThat(found.result().asInt()).isEqualTo(403);
			assertThat(found.inShort()).containsExactly("s3 PostObject 403 REFUSED");
		}
	}

	@Test
	void eventStreamsAreRefusedWithAnErrorThatSaysWhy() {
		Found found = run(
				"""
						def message(call):
						    try:
						        call()
						    except ClientError as e:
						        return e.response["Error"]["Message"]
						result = [message(lambda: boto3.client("s3").select_object_content(Bucket=env["BUCKET"], Key="k",
						        ExpressionType="SQL", Expression="select 1", InputSerialization={"CSV": {}}, OutputSerialization={"CSV": {}})),
						    message(lambda: boto3.client("lambda").invoke_with_response_stream(FunctionName="probe", Payload=b"{}"))]
						""");

		assertThat(found.result().get(0).asString())
			.isEqualTo("SelectObjectContent of s3 exists on AWS but is not emulated by Coldstart.");
		assertThat(found.result().get(1).asString())
			.isEqualTo("InvokeWithResponseStream of lambda exists on AWS but is not emulated by Coldstart.");
		assertThat(found.inShort()).containsExactly("s3 SelectObjectContent 501 FORWARDED",
				"lambda InvokeWithResponseStream 501 FORWARDED");
	}

	private Found run(String code) {
		return function().run(code);
	}

	private ProxiedFunction function() {
		return Objects.requireNonNull(this.function);
	}

}

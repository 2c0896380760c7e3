package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.cbor.CBORMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallParametersTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	@Test
	void namesTheTable() throws MalformedBody {
		assertThat(resource(dynamodb("PutItem"), "{\"TableName\":\"orders\",\"Item\":{\"TableName\":{\"S\":\"x\"}}}"))
			.isEqualTo("orders");
		assertThat(resource(dynamodb("GetItem"),
				"{\"TableName\":\"arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/i\"}"))
			.isEqualTo("orders");
	}

	@Test
	void namesAllTablesOfABatchAndATransaction() throws MalformedBody {
		assertThat(resource(dynamodb("BatchWriteItem"), "{\"RequestItems\":{\"a\":[{\"PutRequest\":{}}],\"b\":[]}}"))
			.isEqualTo("a, b");
		assertThat(resource(dynamodb("TransactWriteItems"),
				"{\"TransactItems\":[{\"Put\":{\"TableName\":\"a\"}},{\"Update\":{\"TableName\":\"b\"}},"
						+ "{\"Delete\":{\"TableName\":\"a\"}}]}"))
			.isEqualTo("a, b");
	}

	@Test
	void namesTheQueue() throws MalformedBody {
		assertThat(resource(Requests.signed("sqs", "POST /", "X-Amz-Target", "AmazonSQS.SendMessage"),
				"{\"QueueUrl\":\"http://localhost:4566/queue/us-east-1/111122223333/orders.fifo\"}"))
			.isEqualTo("orders.fifo");
		assertThat(resource(Requests.signed("sqs", "POST /111122223333/orders", "Content-Type", FORM),
				"Action=ReceiveMessage"))
			.isEqualTo("orders");
	}

	@Test
	void namesTheTopicOrTheTarget() throws MalformedBody {
		String arn = "arn%3Aaws%3Asns%3Aus-east-1%3A111122223333%3Aalerts";
		assertThat(resource(Requests.signed("sns", "POST /", "Content-Type", FORM), "Action=Publish&TopicArn=" + arn))
			.isEqualTo("alerts");
		assertThat(resource(Requests.signed("sns", "POST /", "Content-Type", FORM), "Action=Publish&TargetArn=" + arn))
			.isEqualTo("alerts");
	}

	@Test
	void namesBucketAndKey() throws MalformedBody {
		assertThat(resource(Requests.signed("s3", "PUT /bucket/dir/a%20b%2F+c"), null)).isEqualTo("bucket/dir/a b/+c");
		assertThat(resource(Requests.signed("s3", "GET /bucket?list-type=2"), "")).isEqualTo("bucket");
	}

	@Test
	void namesTheFunction() throws MalformedBody {
		for (String function : List.of("f", "f:live", "111122223333:function:f",
				"arn:aws:lambda:us-east-1:111122223333:function:f:live")) {
			assertThat(
					resource(
							Requests.signed("lambda",
									"POST /2015-03-31/functions/" + PercentCoding.encode(function) + "/invocations"),
							"{}"))
				.isEqualTo("f");
		}
	}

	@Test
	void namesSecretsParametersStateMachinesAndRoles() throws MalformedBody {
		assertThat(resource(target("secretsmanager", "secretsmanager.GetSecretValue"),
				"{\"SecretId\":\"arn:aws:secretsmanager:us-east-1:111122223333:secret:db/pass-a1B2c3\"}"))
			.isEqualTo("db/pass");
		assertThat(resource(target("ssm", "AmazonSSM.GetParameters"), "{\"Names\":[\"/a\",\"/b\"]}"))
			.isEqualTo("/a, /b");
		assertThat(resource(target("states", "AWSStepFunctions.StartExecution"),
				"{\"name\":\"n\",\"stateMachineArn\":\"arn:aws:states:us-east-1:111122223333:stateMachine:flow\"}"))
			.isEqualTo("flow");
		assertThat(resource(Requests.signed("sts", "POST /", "Content-Type", FORM),
				"Action=AssumeRole&RoleArn=arn:aws:iam::111122223333:role/path/worker"))
			.isEqualTo("worker");
	}

	@Test
	void readsCbor() throws MalformedBody {
		byte[] body = CBORMapper.shared()
			.writeValueAsBytes(Map.of("Namespace", "Shop", "MetricData", List.of(Map.of("Value", 1.5))));
		RequestHead head = Requests.signed("monitoring",
				"POST /service/GraniteServiceVersion20100801/operation/PutMetricData", "Smithy-Protocol",
				"rpc-v2-cbor");
		assertThat(CallParameters.read(Requests.recognize(head, ""), head, body).resource()).containsExactly("Shop");
	}

	@Test
	void findsEveryIdentifierEvenBehindARepeatedName() throws MalformedBody {
		RequestHead head = target("events", "AWSEvents.PutTargets");
		String body = "{\"Rule\":\"r\",\"Targets\":[{\"Arn\":\"arn:1\",\"Arn\":\"arn:2\",\"Input\":\"arn:data\"}]}";
		assertThat(CallParameters.read(Requests.recognize(head, body), head, body.getBytes(StandardCharsets.UTF_8))
			.identifiers()).extracting(CallParameters.Identifier::value)
			.contains("arn:1", "arn:2")
			.doesNotContain("arn:data");
	}

	@Test
	void findsIdentifiersInXmlHeadersAndLabels() throws MalformedBody {
		RequestHead head = Requests.signed("s3", "PUT /b?notification", "x-amz-expected-bucket-owner", "111122223333");
		String body = "<NotificationConfiguration><QueueConfiguration><Queue>arn:aws:sqs:us-east-1:999988887777:q"
				+ "</Queue></QueueConfiguration></NotificationConfiguration>";
		assertThat(CallParameters.read(Requests.recognize(head, body), head, body.getBytes(StandardCharsets.UTF_8))
			.identifiers()).extracting(CallParameters.Identifier::value)
			.contains("b", "111122223333", "arn:aws:sqs:us-east-1:999988887777:q");
	}

	@Test
	void leavesTheDataOfARawBodyAlone() throws MalformedBody {
		RequestHead head = Requests.signed("lambda", "POST /2015-03-31/functions/f/invocations");
		String body = "{\"FunctionName\":\"arn:aws:lambda:us-east-1:999988887777:function:x\"}";
		assertThat(CallParameters.read(Requests.recognize(head, body), head, body.getBytes(StandardCharsets.UTF_8))
			.identifiers()).extracting(CallParameters.Identifier::value).containsExactly("f");
	}

	@Test
	void refusesWhatIsNotJson() {
		RequestHead head = dynamodb("GetItem");
		byte[] body = "{\"TableName\":".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(MalformedBody.class)
			.isThrownBy(() -> CallParameters.read(Requests.recognize(head, ""), head, body));
	}

	private static RequestHead dynamodb(String operation) {
		return target("dynamodb", "DynamoDB_20120810." + operation);
	}

	private static RequestHead target(String service, String target) {
		return Requests.signed(service, "POST /", "X-Amz-Target", target);
	}

	private static @Nullable String resource(RequestHead head, @Nullable String body) throws MalformedBody {
		RecognizedCall call = Requests.recognize(head, (body != null) ? body : "");
		byte[] bytes = (body != null) ? body.getBytes(StandardCharsets.UTF_8) : null;
		return ResourceName.of(call, CallParameters.read(call, head, bytes).resource());
	}

}

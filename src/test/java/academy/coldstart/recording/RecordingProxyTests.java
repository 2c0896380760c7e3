package academy.coldstart.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import academy.coldstart.recording.FakeEngine.Answer;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordingProxyTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private static final RoleSession SESSION = new RoleSession("LSIARTX3GSDS75WQESBP", "session-token");

	private static final String GET_ITEM = "DynamoDB_20120810.GetItem";

	private final FakeEngine engine = new FakeEngine();

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final RecordingProxy proxy = new RecordingProxy(this.traces, Clock.systemUTC());

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@BeforeEach
	void admit() {
		this.traces.open(this.recorder);
		this.proxy.admit(ACCOUNT, new Upstream(this.engine.uri()));
	}

	@AfterEach
	void close() {
		this.proxy.close();
		this.engine.close();
	}

	@Test
	void recordsWhatTheFunctionDidWhileItDidIt() throws Exception {
		this.engine.answer(Answer.json(400, "{\"__type\":\"a#ConditionalCheckFailedException\",\"message\":\"no\"}"));
		try (EnvironmentLine line = open()) {
			line.enter(Phase.INVOKE, "request-1");
			send(json(line, GET_ITEM, "{\"TableName\":\"orders\"}").header("amz-sdk-invocation-id", "call-1")
				.header("amz-sdk-request", "attempt=2; max=3")
				.header("x-coldstart-frame", "app.py:12"));
			line.enter(Phase.FROZEN, null);
			send(json(line, GET_ITEM, "{\"TableName\":\"orders\"}"));
		}
		AwsCall call = calls().getFirst();
		assertThat(call.environment()).isEqualTo("e1");
		assertThat(call.phase()).isEqualTo(Phase.INVOKE);
		assertThat(call.invocation()).isEqualTo("request-1");
		assertThat(call.sdkInvocationId()).isEqualTo("call-1");
		assertThat(call.attempt()).isEqualTo(2);
		assertThat(call.frame()).isEqualTo("app.py:12");
		assertThat(call.service() + call.operation() + call.resource()).isEqualTo("dynamodbGetItemorders");
		assertThat(call.region()).isEqualTo("eu-west-1");
		assertThat(call.status()).isEqualTo(400);
		assertThat(call.errorCode()).isEqualTo("ConditionalCheckFailedException");
		assertThat(call.errorMessage()).isEqualTo("no");
		assertThat(call.outcome()).isEqualTo(CallOutcome.FORWARDED);
		assertThat(call.request().text()).isEqualTo("{\"TableName\":\"orders\"}");
		assertThat(call.response().text()).contains("ConditionalCheckFailedException");
		assertThat(call.endMs()).isGreaterThanOrEqualTo(call.startMs());
		assertThat(calls().get(1).phase()).isEqualTo(Phase.FROZEN);
		assertThat(calls().get(1).invocation()).isNull();
		assertThat(calls().get(1).connection()).isEqualTo(call.connection());
		assertThat(this.engine.last().headers().getFieldNamesCollection())
			.noneMatch((name) -> name.startsWith("x-coldstart"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "111122223333", "999988887777", "AKIAIOSFODNN7EXAMPLE", "ASIAQAAAAAAAGMKEM7X5", "test",
			"LKIARZPUZDIKGB2VALC4" })
	void forwardsTheRoleSessionWhateverKeyTheCodeUses(String key) throws Exception {
		try (EnvironmentLine line = open()) {
			send(json(line, GET_ITEM, "{}").setHeader("Authorization", authorization(key, "dynamodb"))
				.header("X-Amz-Security-Token", "other"));
		}
		assertThat(this.engine.last().header("Authorization"))
			.matches(".*Credential=LSIARTX3GSDS75WQESBP/\\d{8}/eu-west-1/dynamodb/aws4_request.*");
		assertThat(this.engine.last().header("X-Amz-Security-Token")).isEqualTo("session-token");
	}

	@Test
	void forwardsTheAccountWhenTheSessionBelongsToAnother() throws Exception {
		RoleSession foreign = new RoleSession("LKIARZPUZDIKGB2VALC4", "token");
		try (EnvironmentLine line = this.proxy.open("e1", ACCOUNT, foreign)) {
			send(json(line, GET_ITEM, "{}"));
		}
		assertThat(this.engine.last().header("Authorization")).contains("Credential=111122223333/");
		assertThat(this.engine.last().header("X-Amz-Security-Token")).isEqualTo("null");
	}

	@Test
	void forwardsTheKeyThatStsIssuedOverTheLine() throws Exception {
		this.engine.answer(Answer.xml(200,
				"<AssumeRoleResponse><AccessKeyId>LSIARTX3GSDS7ABCDEFG</AccessKeyId><SessionToken>t2</SessionToken>"
						+ "</AssumeRoleResponse>"));
		try (EnvironmentLine line = open()) {
			send(form(line, "sts", "Action=AssumeRole&RoleArn=arn:aws:iam::111122223333:role/second"));
			send(json(line, GET_ITEM, "{}").setHeader("Authorization",
					authorization("LSIARTX3GSDS7ABCDEFG", "dynamodb")));
		}
		assertThat(this.engine.last().header("Authorization")).contains("Credential=LSIARTX3GSDS7ABCDEFG/");
		assertThat(this.engine.last().header("X-Amz-Security-Token")).isEqualTo("t2");
	}

	@Test
	void signsUnsignedRequests() throws Exception {
		try (EnvironmentLine line = open()) {
			send(HttpRequest.newBuilder(line.uri().resolve("/bucket/key")));
		}
		assertThat(this.engine.last().header("Authorization")).contains("Credential=LSIARTX3GSDS75WQESBP/")
			.contains("/us-east-1/s3/");
		assertThat(calls().getLast().operation()).isEqualTo("GetObject");
	}

	@Test
	void replacesTheKeyOfPresignedRequests() throws Exception {
		try (EnvironmentLine line = open()) {
			send(HttpRequest.newBuilder(line.uri()
				.resolve("/bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=999988887777%2F20260226%2F"
						+ "us-east-1%2Fs3%2Faws4_request&X-Amz-Security-Token=other&X-Amz-Signature=abc")));
			assertThat(this.engine.last().target())
				.contains("X-Amz-Credential=LSIARTX3GSDS75WQESBP%2F", "X-Amz-Security-Token=session-token",
						"X-Amz-Signature=abc")
				.doesNotContain("999988887777");
			send(HttpRequest
				.newBuilder(line.uri().resolve("/bucket/key?AWSAccessKeyId=999988887777&Expires=1&Signature=abc")));
			assertThat(this.engine.last().target()).contains("AWSAccessKeyId=LSIARTX3GSDS75WQESBP")
				.doesNotContain("999988887777");
			send(HttpRequest.newBuilder(line.uri()
				.resolve("/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Credential=999988887777%2F20260226%2F"
						+ "us-east-1%2Fsts%2Faws4_request&X-Amz-Signature=abc")));
			assertThat(this.engine.last().target()).isEqualTo("/?Action=GetCallerIdentity&Version=2011-06-15");
		}
	}

	@Test
	void refusesWhatNamesAnotherAccount() throws Exception {
		String other = "999988887777";
		try (EnvironmentLine line = open()) {
			List<HttpRequest.Builder> requests = List.of(
					json(line, GET_ITEM, "{\"TableName\":\"arn:aws:dynamodb:us-east-1:" + other + ":table/t\"}"),
					json(line, "AmazonSQS.SendMessage",
							"{\"QueueUrl\":\"" + line.uri() + "/queue/us-east-1/" + other + "/q\"}"),
					json(line, "AmazonSQS.GetQueueUrl",
							"{\"QueueName\":\"q\",\"QueueOwnerAWSAccountId\":\"" + other + "\"}"),
					form(line, "sts", "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A" + other + "%3Arole%2Fr"),
					form(line, "sns", "Action=Publish&TopicArn=arn:aws:sns:us-east-1:" + other + ":t"),
					HttpRequest.newBuilder(line.uri().resolve("/queue/us-east-1/" + other + "/q?Action=SendMessage")),
					HttpRequest.newBuilder(line.uri().resolve("/" + other + "/q?Action=SendMessage")),
					HttpRequest.newBuilder(line.uri().resolve("/2015-03-31/functions/" + other + "%3Afunction%3Af")),
					json(line, GET_ITEM, "{\"TableName\":\"t\"}").header("X-Amz-Account-Id", other));
			for (HttpRequest.Builder request : requests) {
				HttpResponse<String> response = send(request);
				assertThat(response.statusCode()).isEqualTo(403);
				assertThat(response.body()).contains(other);
				assertThat(calls().getLast().errorCode()).startsWith("AccessDenied");
				assertThat(calls().getLast().outcome()).isEqualTo(CallOutcome.REFUSED);
			}
		}
		assertThat(this.engine.received()).isEmpty();
	}

	@Test
	void letsDataMentionOtherAccounts() throws Exception {
		try (EnvironmentLine line = open()) {
			HttpResponse<String> response = send(json(line, "DynamoDB_20120810.PutItem",
					"{\"TableName\":\"t\",\"Item\":{\"arn\":{\"S\":\"arn:aws:sqs:us-east-1:999988887777:q\"}}}"));
			assertThat(response.statusCode()).isEqualTo(200);
		}
	}

	@Test
	void keepsFunctionsOutOfBucketsOfOtherAccounts() throws Exception {
		this.engine.answer((request) -> switch (request.method() + request.target()) {
			case "HEAD/absent" -> Answer.xml(404, "");
			case "GET/" -> Answer.xml(200, "<Buckets><Bucket><CreationDate/><Name>own</Name></Bucket></Buckets>");
			default -> Answer.of(200, "text/plain", "content");
		});
		try (EnvironmentLine line = open()) {
			assertThat(send(HttpRequest.newBuilder(line.uri().resolve("/own/k"))).statusCode()).isEqualTo(200);
			assertThat(send(HttpRequest.newBuilder(line.uri().resolve("/absent/k"))).statusCode()).isEqualTo(200);
			assertThat(send(HttpRequest.newBuilder(line.uri().resolve("/foreign/k"))).statusCode()).isEqualTo(403);
			assertThat(send(HttpRequest.newBuilder(line.uri().resolve("/own/copy"))
				.PUT(HttpRequest.BodyPublishers.noBody())
				.header("x-amz-copy-source", "%2Fforeign/k")).statusCode()).isEqualTo(403);
		}
		assertThat(calls()).extracting(AwsCall::errorCode).containsExactly(null, null, "AccessDenied", "AccessDenied");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/_localstack/health", "/_aws/lambda/init", "//_localstack/health",
			"/%5flocalstack/health", "/%255flocalstack/health", "/./_localstack/health", "/a/../_localstack/health",
			"/bucket/%2e%2e/_aws/x", "/health", "/_anything", "/restapis/a/prod/_user_request_/x", "/%252525255f" })
	void refusesTheEnginesOwnPaths(String path) throws Exception {
		try (EnvironmentLine line = open()) {
			assertThat(raw(line, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
				.startsWith("HTTP/1.1 403")
				.contains("AccessDenied");
		}
		assertThat(calls()).singleElement().satisfies((call) -> {
			assertThat(call.outcome()).isEqualTo(CallOutcome.REFUSED);
			assertThat(call.status()).isEqualTo(403);
		});
		assertThat(this.engine.received()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET http://127.0.0.1/_localstack/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
			"CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
			"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1, 2\r\n\r\nab",
			"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\r\n c\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A : b\r\n\r\n", "GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
			"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
			"GET /x HTTP/1.1\r\nHost: abc.lambda-url.us-east-1.example:80\r\n\r\n" })
	void answers400ToWhatNoClientSends(String request) throws Exception {
		try (EnvironmentLine line = open()) {
			assertThat(raw(line, request)).startsWith("HTTP/1.1 400");
		}
		assertThat(this.engine.received()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "AWSEvents.CreateApiDestination", "AWSEvents.UpdateConnection" })
	void refusesCallsThatNameAddressesOutside(String target) throws Exception {
		try (EnvironmentLine line = open()) {
			HttpResponse<String> response = send(
					json(line, target, "{\"Name\":\"x\",\"InvocationEndpoint\":\"http://169.254.169.254/\"}"));
			assertThat(response.statusCode()).isIn(400, 403);
			assertThat(response.body()).contains("an address outside of the account");
		}
		assertThat(this.engine.received()).isEmpty();
	}

	@Test
	void refusesSubscriptionsOfAddressesOutside() throws Exception {
		try (EnvironmentLine line = open()) {
			assertThat(subscribe(line, "http", "http://169.254.169.254/latest/meta-data").statusCode()).isEqualTo(403);
			assertThat(subscribe(line, "email", "x@example.com").statusCode()).isEqualTo(403);
			assertThat(this.engine.received()).isEmpty();
			assertThat(subscribe(line, "sqs", "arn:aws:sqs:us-east-1:" + ACCOUNT.value() + ":q").statusCode())
				.isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateStack", "CreateChangeSet", "CreateStackSet", "CreateStackInstances",
			"GetTemplateSummary", "ValidateTemplate", "DeleteStack" })
	void refusesDeploymentsByFunctions(String operation) throws Exception {
		try (EnvironmentLine line = open()) {
			HttpResponse<String> response = send(form(line, "cloudformation",
					"Action=" + operation + "&Version=2010-05-15&TemplateURL=http%3A%2F%2F169.254.169.254%2F"));
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body()).contains("deploys or reads a template");
		}
		assertThat(this.engine.received()).isEmpty();
	}

	@Test
	void letsFunctionsLookAtStacks() throws Exception {
		try (EnvironmentLine line = open()) {
			assertThat(send(form(line, "cloudformation", "Action=DescribeStacks&Version=2010-05-15")).statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void answersUnknownOperationsItself() throws Exception {
		try (EnvironmentLine line = open()) {
			HttpResponse<String> response = send(json(line, "DynamoDB_20120810.FetchItem", "{}"));
			assertThat(response.statusCode()).isEqualTo(404);
			assertThat(response.body()).contains("UnknownOperationException");
		}
		assertThat(calls().getLast().operation()).isEqualTo("Unknown");
	}

	@Test
	void stripsInternalHeadersBothWays() throws Exception {
		this.engine
			.answer(Answer.json(200, "{}").with("x-localstack", "true").with("x-moto-x", "y").with("Server", "z"));
		try (EnvironmentLine line = open()) {
			HttpResponse<String> response = send(json(line, GET_ITEM, "{}").header("x-localstack-data", "{}")
				.header("x-moto-account-id", "999988887777")
				.header("X-Forwarded-For", "1.2.3.4")
				.header("X-Amz-Meta", "kept"));
			assertThat(response.headers().map()).doesNotContainKeys("x-localstack", "x-moto-x", "server");
		}
		assertThat(this.engine.last().headers().getFieldNamesCollection()).contains("X-Amz-Meta")
			.noneMatch((name) -> name.matches("(?i)x-(localstack|moto|forwarded).*"));
	}

	@Test
	void leavesOnlyTheMarksOfTheRecognizedOperation() throws Exception {
		try (EnvironmentLine line = open()) {
			send(HttpRequest.newBuilder(line.uri().resolve("/?Action=DeleteTable"))
				.POST(HttpRequest.BodyPublishers.ofString("{}"))
				.header("X-Amz-Target", GET_ITEM)
				.header("Content-Type", "text/plain"));
		}
		assertThat(this.engine.last().target()).isEqualTo("/");
		assertThat(this.engine.last().header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
	}

	@Test
	void rewritesQueueUrlsBothWays() throws Exception {
		String queue = "/queue/us-east-1/111122223333/q";
		this.engine.answer(Answer.json(200, "{\"QueueUrl\":\"" + this.engine.uri() + queue + "\"}"));
		try (EnvironmentLine line = open()) {
			HttpResponse<String> created = send(json(line, "AmazonSQS.CreateQueue", "{\"QueueName\":\"q\"}"));
			assertThat(created.body()).isEqualTo("{\"QueueUrl\":\"" + line.uri() + queue + "\"}");
			String message = "{\"QueueUrl\": \"" + line.uri() + queue + "\", \"MessageBody\": \"" + line.uri() + "\"}";
			send(json(line, "AmazonSQS.SendMessage", message));
			assertThat(this.engine.last().body()).isEqualTo(
					"{\"QueueUrl\": \"" + this.engine.uri() + queue + "\", \"MessageBody\": \"" + line.uri() + "\"}");
			assertThat(calls().getLast().request().text()).isEqualTo(message);
			send(form(line, "sqs",
					"Action=SendMessage&QueueUrl=http%3A%2F%2F127.0.0.1%3A" + line.uri().getPort() + queue));
			assertThat(this.engine.last().body()).contains("http%3A%2F%2Flocalhost%3A" + this.engine.uri().getPort());
			assertThat(line.inward("{\"q\":\"" + this.engine.uri() + queue + "\"}"))
				.isEqualTo("{\"q\":\"" + line.uri() + queue + "\"}");
			assertThat(line.outward(line.uri() + queue)).isEqualTo(this.engine.uri() + queue);
		}
	}

	@Test
	void streamsLargeObjectsBothWays() throws Exception {
		long size = 200L * 1024 * 1024;
		this.engine.answer((request) -> request.method().equals("GET") ? Answer.object(size) : Answer.xml(404, ""));
		try (EnvironmentLine line = open()) {
			HttpRequest upload = HttpRequest.newBuilder(line.uri().resolve("/bucket/big"))
				.PUT(HttpRequest.BodyPublishers
					.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(size)), size))
				.build();
			this.client.send(upload, HttpResponse.BodyHandlers.discarding());
			assertThat(this.engine.last().size()).isEqualTo(size);
			HttpResponse<InputStream> download = this.client.send(
					HttpRequest.newBuilder(line.uri().resolve("/bucket/big")).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream in = download.body()) {
				assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
			}
		}
		assertThat(calls().get(0).request().bytes()).isEqualTo(size);
		assertThat(calls().get(0).request().truncated()).isTrue();
		assertThat(calls().get(1).response().bytes()).isEqualTo(size);
	}

	@Test
	void refusesBodiesThatAreTooLargeForParameters() throws Exception {
		try (EnvironmentLine line = open()) {
			HttpRequest request = HttpRequest.newBuilder(line.uri())
				.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(Exchange.MAX_BODY_BYTES + 1L)))
				.header("X-Amz-Target", GET_ITEM)
				.build();
			assertThat(this.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
		}
		assertThat(this.engine.received()).isEmpty();
	}

	@Test
	void reportsAPlatformFaultWhenTheEngineIsGone() throws Exception {
		this.engine.close();
		try (EnvironmentLine line = open()) {
			HttpResponse<String> response = send(json(line, GET_ITEM, "{\"TableName\":\"t\"}"));
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.body()).contains("ServiceUnavailable");
		}
		AwsCall call = calls().getLast();
		assertThat(call.outcome()).isEqualTo(CallOutcome.BROKEN);
		assertThat(call.resource()).isEqualTo("t");
		assertThat(this.proxy.faults(ACCOUNT)).singleElement()
			.satisfies((fault) -> assertThat(fault.call()).isEqualTo(call.id()));
	}

	@Test
	void recordsCallsWhoseCallerWentAwayWithoutBlamingThePlatform() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch gone = new CountDownLatch(1);
		this.engine.answer((request) -> {
			asked.countDown();
			await(gone);
			return Answer.json(200, "{\"Messages\":[]}");
		});
		EnvironmentLine line = open();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), line.uri().getPort())) {
			socket.getOutputStream()
				.write(("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Target: AmazonSQS.ReceiveMessage\r\n"
						+ "Content-Length: 2\r\n\r\n{}")
					.getBytes(StandardCharsets.US_ASCII));
			await(asked);
			line.close();
		}
		Awaitility.await()
			.untilAsserted(() -> assertThat(calls()).singleElement()
				.satisfies((call) -> assertThat(call.outcome()).isEqualTo(CallOutcome.BROKEN)));
		gone.countDown();
		assertThat(this.proxy.faults(ACCOUNT)).isEmpty();
	}

	@Test
	void listsCallsInTheOrderOfTheirArrival() throws Exception {
		CountDownLatch second = new CountDownLatch(1);
		this.engine.answer((request) -> {
			if (request.header("X-Amz-Target").endsWith("ReceiveMessage")) {
				await(second);
			}
			return Answer.json(200, "{}");
		});
		try (EnvironmentLine line = open()) {
			var slow = this.client.sendAsync(json(line, "AmazonSQS.ReceiveMessage", "{}").build(),
					HttpResponse.BodyHandlers.discarding());
			Awaitility.await().until(() -> !this.engine.received().isEmpty());
			send(json(line, GET_ITEM, "{}"));
			second.countDown();
			slow.join();
		}
		assertThat(calls()).extracting(AwsCall::operation).containsExactly("ReceiveMessage", "GetItem");
	}

	@Test
	void letsGatesRefuseInTheProtocolOfTheCall() throws Exception {
		AccountId other = new AccountId("222233334444");
		TraceRecorder trace = new TraceRecorder(2, other, Clock.systemUTC());
		this.traces.open(trace);
		this.proxy.admit(other, new Upstream(this.engine.uri(), List.of((call) -> switch (call.operation()) {
			case "GetItem" ->
				new GateDecision.Refuse(400, "ProvisionedThroughputExceededException", "Slow down " + call.resource());
			case "Publish" -> GateDecision.accessDenied("No sns:Publish on " + call.resource());
			default -> GateDecision.FORWARD;
		})));
		try (EnvironmentLine line = this.proxy.open("e9", other, SESSION)) {
			assertThat(send(json(line, GET_ITEM, "{\"TableName\":\"t\"}")).body())
				.contains("\"__type\":\"ProvisionedThroughputExceededException\"")
				.contains("Slow down t");
			assertThat(send(form(line, "sns", "Action=Publish&TopicArn=arn:aws:sns:us-east-1:222233334444:a")).body())
				.contains("<Code>AccessDenied</Code><Message>No sns:Publish on a</Message>");
		}
		assertThat(trace.snapshot().calls()).extracting(AwsCall::outcome)
			.containsExactly(CallOutcome.REFUSED, CallOutcome.REFUSED);
	}

	@Test
	void opensLinesForAdmittedAccountsOnly() {
		AccountId stranger = new AccountId("222233334444");
		assertThatIllegalStateException().isThrownBy(() -> this.proxy.open("e1", stranger, SESSION));
		assertThatIllegalStateException().isThrownBy(() -> this.proxy.admit(stranger, new Upstream(this.engine.uri())));
		this.proxy.dismiss(ACCOUNT);
		assertThatIllegalStateException().isThrownBy(() -> this.proxy.open("e1", ACCOUNT, SESSION));
	}

	private EnvironmentLine open() {
		return this.proxy.open("e1", ACCOUNT, SESSION);
	}

	private List<AwsCall> calls() {
		return this.recorder.snapshot().calls();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> subscribe(EnvironmentLine line, String protocol, String endpoint)
			throws IOException, InterruptedException {
		return send(form(line, "sns",
				"Action=Subscribe&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A" + ACCOUNT.value()
						+ "%3At&Protocol=" + protocol + "&Endpoint="
						+ URLEncoder.encode(endpoint, StandardCharsets.UTF_8)));
	}

	private static HttpRequest.Builder json(EnvironmentLine line, String target, String body) {
		String service = Map.of("AmazonSQS", "sqs", "AWSEvents", "events")
			.getOrDefault(target.substring(0, target.indexOf('.')), "dynamodb");
		return HttpRequest.newBuilder(line.uri())
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.header("X-Amz-Target", target)
			.header("Content-Type", "application/x-amz-json-1.0")
			.header("Authorization", authorization("AKIAIOSFODNN7EXAMPLE", service));
	}

	private static HttpRequest.Builder form(EnvironmentLine line, String service, String body) {
		return HttpRequest.newBuilder(line.uri())
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Authorization", authorization("AKIAIOSFODNN7EXAMPLE", service));
	}

	private static String authorization(String key, String service) {
		return "AWS4-HMAC-SHA256 Credential=" + key + "/20260226/eu-west-1/" + service
				+ "/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";
	}

	private static String raw(EnvironmentLine line, String request) throws IOException {
		URI uri = line.uri();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void await(CountDownLatch latch) {
		Awaitility.await().until(() -> latch.getCount() == 0);
	}

	/**
	 * So many zeros.
	 */
	private static final class Zeros extends InputStream {

		private long left;

		Zeros(long count) {
			this.left = count;
		}

		@Override
		public int read() {
			return (this.left-- > 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			if (this.left <= 0) {
				return -1;
			}
			int now = (int) Math.min(this.left, length);
			this.left -= now;
			return now;
		}

	}

}

package academy.coldstart.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

/**
 * A function under test with one execution environment, as the Lambda service would
 * describe it.
 */
final class TestFunction {

	private final TestHost host;

	private final Map<String, Object> plan = new HashMap<>();

	private final String id = TestHost.newId();

	TestFunction(TestHost host, String codeSha256) {
		this.host = host;
		this.plan.putAll(
				Map.of("id", this.id, "account", TestHost.ACCOUNT.value(), "region", "us-east-1", "function", "orders",
						"qualifier", "$LATEST", "arn", "arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST",
						"runtime", "python3.13", "handler", "app.handler"));
		this.plan.putAll(Map.of("memoryMb", 128, "timeoutSeconds", 3, "ephemeralMb", 512, "architecture", "x86_64",
				"codeSha256", codeSha256, "layerSha256", List.of(), "initializationType", "on-demand", "environment",
				Map.of(), "userEnvironment", Map.of()));
		this.plan.putAll(
				Map.of("logGroup", "/aws/lambda/orders", "logStream", "2026/01/01/[$LATEST]" + this.id, "credentials",
						Map.of("accessKeyId", "ASIATEST", "secretAccessKey", "secret", "sessionToken", "token")));
	}

	TestFunction with(String field, Object value) {
		this.plan.put(field, value);
		return this;
	}

	TestFunction another(TestHost other) {
		return new TestFunction(other, (String) Objects.requireNonNull(this.plan.get("codeSha256")));
	}

	String id() {
		return this.id;
	}

	TestHost.Reply start() {
		return this.host.post("/environments", this.plan);
	}

	TestFunction started() {
		TestHost.Reply reply = start();
		if (reply.status() != 200) {
			throw new IllegalStateException("Start: " + reply);
		}
		return this;
	}

	Result invoke(String payload) {
		return invoke(payload, Map.of());
	}

	Result invoke(String payload, Map<String, String> more) {
		Map<String, Object> body = new HashMap<>(more);
		String requestId = TestHost.newId();
		body.put("requestId", requestId);
		body.put("arn", "arn:aws:lambda:us-east-1:123456789012:function:orders");
		body.put("payload", payload);
		TestHost.Reply reply = this.host.post("/environments/" + this.id + "/invocations", body);
		if (reply.status() != 200) {
			throw new IllegalStateException("Invoke: " + reply);
		}
		return new Result(requestId, reply.body().path("payload").asString(), reply.body().path("isError").asBoolean(),
				reply.body().path("logs").asString(), reply.body().path("ended").asBoolean());
	}

	int stop() {
		return this.host.send("DELETE", "/environments/" + this.id, java.net.http.HttpRequest.BodyPublishers.noBody())
			.statusCode();
	}

	/**
	 * The result of an invocation.
	 *
	 * @param requestId the AWS request id
	 * @param payload the response or error object
	 * @param isError whether it is an error
	 * @param logs the log text
	 * @param ended whether the process has ended
	 */
	record Result(String requestId, String payload, boolean isError, String logs, boolean ended) {

		JsonNode json() {
			return Json.object(this.payload.getBytes(java.nio.charset.StandardCharsets.UTF_8)).orElseThrow();
		}

		String errorType() {
			return json().path("errorType").asString();
		}

		String errorMessage() {
			return json().path("errorMessage").asString();
		}

	}

}

package academy.coldstart.execution;

import java.util.List;
import java.util.Map;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a Python function may expect of Lambda.
 */
class PythonContractIntegrationTests {

	@RegisterExtension
	private final HostExtension extension = new HostExtension();

	@Test
	void returnsWhatTheHandlerReturns() {
		TestFunction function = python("""
				def handler(event, context):
				    print("hello")
				    return {"got": event["x"], "name": "Zoë ☕"}
				""").started();
		Result result = function.invoke("{\"x\": [1, 2]}");
		assertThat(result.payload()).isEqualTo("{\"got\": [1, 2], \"name\": \"Zoë ☕\"}");
		assertThat(result.isError()).isFalse();
		assertThat(result.logs()).startsWith("START RequestId: " + result.requestId() + " Version: $LATEST\nhello\nEND")
			.contains("Init Duration: ");
		assertThat(function.invoke("{\"x\": 1}").logs()).doesNotContain("Init Duration");
	}

	@Test
	void readsUnicodeInEventsAndLogs() {
		TestFunction function = python("""
				def handler(event, context):
				    print("日本 " + event)
				    return event + "\\ud83d\\ude00".encode("utf-16", "surrogatepass").decode("utf-16")
				""").started();
		Result result = function.invoke("\"grüße 😀\"");
		assertThat(result.payload()).isEqualTo("\"grüße 😀😀\"");
		assertThat(result.logs()).contains("日本 grüße 😀\n");
	}

	@Test
	void hearsNothingFromACopyThatTheHandlerForked() {
		TestFunction function = python("""
				import os

				def handler(event, context):
				    child = os.fork()
				    if child == 0:
				        return "copy"
				    os.waitpid(child, 0)
				    return "original"
				""").started();
		assertThat(function.invoke("{}").payload()).isEqualTo("\"original\"");
		assertThat(function.invoke("{}").payload()).isEqualTo("\"original\"");
	}

	@Test
	void fillsTheContextObject() {
		TestFunction function = python("""
				def handler(event, context):
				    return {name: getattr(context, name) for name in ("function_name", "function_version",
				        "invoked_function_arn", "memory_limit_in_mb", "aws_request_id", "log_group_name",
				        "log_stream_name", "tenant_id")} | {
				        "remaining": context.get_remaining_time_in_millis(),
				        "identity": context.identity.cognito_identity_id,
				        "client": context.client_context.client.app_title,
				        "custom": context.client_context.custom,
				        "env": context.client_context.env,
				        "trace": __import__("os").environ["_X_AMZN_TRACE_ID"]}
				""").started();
		String clientContext = "{\"client\":{\"app_title\":\"shop\"},\"custom\":{\"a\":\"b\"},\"env\":{\"c\":\"d\"}}";
		Result result = function.invoke("{}", Map.of("clientContext", clientContext, "traceId", "Root=1-2-3"));
		JsonNode context = result.json();
		assertThat(context.path("function_name").asString()).isEqualTo("orders");
		assertThat(context.path("function_version").asString()).isEqualTo("$LATEST");
		assertThat(context.path("invoked_function_arn").asString())
			.isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:orders");
		assertThat(context.path("memory_limit_in_mb").asString()).isEqualTo("128");
		assertThat(context.path("aws_request_id").asString()).isEqualTo(result.requestId());
		assertThat(context.path("log_group_name").asString()).isEqualTo("/aws/lambda/orders");
		assertThat(context.path("log_stream_name").asString()).contains(function.id());
		assertThat(context.path("remaining").asInt()).isBetween(1, 3000);
		assertThat(context.path("tenant_id").isNull()).isTrue();
		assertThat(context.path("identity").isNull()).isTrue();
		assertThat(context.path("client").asString()).isEqualTo("shop");
		assertThat(context.path("custom").path("a").asString()).isEqualTo("b");
		assertThat(context.path("env").path("c").asString()).isEqualTo("d");
		assertThat(context.path("trace").asString()).isEqualTo("Root=1-2-3");
	}

	@Test
	void leavesTheClientContextOutWhenThereIsNone() {
		TestFunction function = python("def handler(event, context): return context.client_context").started();
		assertThat(function.invoke("{}").payload()).isEqualTo("null");
	}

	@Test
	void reportsAnErrorWithTheFramesOfTheLearner() {
		TestFunction function = python("""
				import json

				def handler(event, context):
				    return work(event)

				def work(event):
				    raise ValueError("no such order: " + event["id"])
				""").started();
		Result result = function.invoke("{\"id\": \"o-17\"}");
		assertThat(result.isError()).isTrue();
		assertThat(result.errorType()).isEqualTo("ValueError");
		assertThat(result.errorMessage()).isEqualTo("no such order: o-17");
		assertThat(result.json().path("requestId").asString()).isEqualTo(result.requestId());
		List<String> frames = result.json().path("stackTrace").valueStream().map(JsonNode::asString).toList();
		assertThat(frames).hasSize(2);
		assertThat(frames.get(1)).contains("app.py\", line 7, in work").contains("raise ValueError");
		assertThat(result.logs()).contains("[ERROR] ValueError: no such order: o-17\nTraceback");
		assertThat(onlyInvocation().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(onlyInvocation().errorType()).isEqualTo("ValueError");
		assertThat(function.invoke("{\"id\": \"o-18\"}").errorMessage()).isEqualTo("no such order: o-18");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					no_such_module.handler | Runtime.ImportModuleError | Unable to import module 'no_such_module': No module named 'no_such_module'
					app.missing | Runtime.HandlerNotFound | Handler 'missing' missing on module 'app'
					app | Runtime.MalformedHandlerName | Bad handler 'app': not enough values to unpack (expected 2, got 1)
					broken.handler | Runtime.UserCodeSyntaxError | Syntax error in module 'broken': '(' was never closed (broken.py, line 2)
					failing.handler | ZeroDivisionError | division by zero
					""")
	void reportsWhatFailsDuringInit(String handler, String errorType, String message) {
		TestHost.Reply reply = function(
				Map.of("app.py", "x = 1", "broken.py", "import json\nprint('a'\n", "failing.py", "x = 1 / 0\n"))
			.with("handler", handler)
			.start();
		assertThat(reply.status()).isEqualTo(422);
		JsonNode error = reply.body().path("initError");
		assertThat(error.path("errorType").asString()).isEqualTo(errorType);
		assertThat(error.path("errorMessage").asString()).isEqualTo(message);
	}

	@Test
	void saysWhereASyntaxErrorIs() {
		TestHost.Reply reply = python("def handler(event, context):\n    return {\n\n").start();
		assertThat(reply.body().path("initError").path("stackTrace").path(0).asString()).contains("app.py\" Line 2");
		assertThat(host().trace().logs()).extracting(LogLine::text)
			.anyMatch((text) -> text.startsWith("[ERROR] Runtime.UserCodeSyntaxError: Syntax error in module 'app'"))
			.anyMatch((text) -> text.startsWith("INIT_REPORT Init Duration: "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{1, 2} | Object of type set is not JSON serializable
			object | Object of type type is not JSON serializable
			"\\ud800" | 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed
			""")
	void refusesAResponseThatIsNotJson(String value, String message) {
		TestFunction function = python("def handler(event, context): return " + value).started();
		Result result = function.invoke("{}");
		assertThat(result.errorType()).isEqualTo("Runtime.MarshalError");
		assertThat(result.errorMessage()).isEqualTo("Unable to marshal response: " + message);
	}

	@Test
	void writesDecimalsAsNumbers() {
		TestFunction function = python(
				"from decimal import Decimal\ndef handler(event, context): return {'n': Decimal('1.5')}")
			.started();
		assertThat(function.invoke("{}").payload()).isEqualTo("{\"n\": 1.5}");
	}

	@Test
	void refusesAResponseOfSevenMegabytesAndGoesOn() {
		TestFunction function = python("def handler(event, context): return 'x' * event").started();
		Result result = function.invoke("7000000");
		assertThat(result.errorType()).isEqualTo("Function.ResponseSizeTooLarge");
		assertThat(result.errorMessage()).contains("6291556");
		assertThat(function.invoke("6291554").payload()).hasSize(6291556);
		assertThat(host().trace().environments()).hasSize(1);
	}

	@Test
	void passesEnvironmentVariablesButNotThoseOfThePlatform() {
		TestFunction function = python("""
				import os
				def handler(event, context):
				    return dict(os.environ) | {"SEEN": os.environ["QUEUE_URL"][:17]}
				""")
			.with("environment",
					Map.of("LOCALSTACK_HOSTNAME", "secret", "EDGE_PORT", "4566", "TABLE", "Orders", "AWS_EXECUTION_ENV",
							"AWS_Lambda_python3.13"))
			.with("userEnvironment",
					Map.of("TABLE", "Orders", "QUEUE_URL", RecordedEndpoint.ENGINE + "/queue/q", "AWS_ENDPOINT_URL",
							"http://elsewhere", "AWS_LAMBDA_RUNTIME_API", "elsewhere", "LD_PRELOAD", "/nowhere.so",
							"PATH", "/mine", "TEXT", "a=b\nc 'd'"))
			.started();
		Result result = function.invoke("{}");
		JsonNode variables = result.json();
		assertThat(variables.path("TABLE").asString()).isEqualTo("Orders");
		assertThat(variables.path("TEXT").asString()).isEqualTo("a=b\nc 'd'");
		assertThat(variables.path("AWS_ENDPOINT_URL").asString()).isEqualTo(RecordedEndpoint.ENGINE);
		assertThat(variables.path("SEEN").asString()).isEqualTo("http://127.0.0.1:");
		assertThat(variables.path("AWS_LAMBDA_RUNTIME_API").asString()).startsWith("127.0.0.1:");
		assertThat(variables.path("AWS_ACCESS_KEY_ID").asString()).isEqualTo("ASIATEST");
		assertThat(variables.path("_HANDLER").asString()).isEqualTo("app.handler");
		assertThat(variables.path("TZ").asString()).isEqualTo(":UTC");
		assertThat(variables.has("LOCALSTACK_HOSTNAME")).isFalse();
		assertThat(variables.has("JAVA_HOME")).isFalse();
		assertThat(variables.has("HOME")).isFalse();
		assertThat(variables.path("QUEUE_URL").asString()).isEqualTo(RecordedEndpoint.ENGINE + "/queue/q");
	}

	@Test
	void neverRunsAsRoot() {
		TestFunction function = python("""
				import os
				def handler(event, context):
				    status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
				    return {"uids": list(os.getresuid()), "gids": list(os.getresgid()), "groups": os.getgroups(),
				            "caps": status["CapEff"].strip(), "bounding": status["CapBnd"].strip(),
				            "no_new_privs": status["NoNewPrivs"].strip()}
				""").started();
		JsonNode who = function.invoke("{}").json();
		assertThat(who.path("uids").valueStream().map(JsonNode::asInt)).doesNotContain(0);
		assertThat(who.path("gids").valueStream().map(JsonNode::asInt)).doesNotContain(0);
		assertThat(who.path("groups").valueStream().map(JsonNode::asInt)).doesNotContain(0);
		assertThat(who.path("caps").asString()).isEqualTo("0000000000000000");
		assertThat(who.path("no_new_privs").asString()).isEqualTo("1");
	}

	@Test
	void offersLayersInTheirOrder() {
		String first = host().upload(Zips
			.of(Map.of("python/shared.py", "NAME = 'first'", "python/one.py", "X = 1", "data/words.txt", "layer")));
		String second = host().upload(Zips.of(Map.of("python/shared.py", "NAME = 'second'",
				"python/lib/python3.13/site-packages/lib.py", "Y = 'site'")));
		TestFunction function = python("""
				import lib, one, shared, sys
				def handler(event, context): return [shared.NAME, one.X, lib.Y, sys.path[:4]]
				""").with("layerSha256", List.of(first, second)).started();
		assertThat(function.invoke("{}").payload()).startsWith("[\"second\", 1, \"site\", [")
			.containsPattern("site-packages\", \"[^\"]*/python\"");
	}

	@Test
	void logsInTheTextFormatOfLambda() {
		TestFunction function = python("""
				import logging
				logger = logging.getLogger()
				logger.setLevel("INFO")
				def handler(event, context): logger.info("charged %s", event)
				""").started();
		Result result = function.invoke("5");
		assertThat(result.logs()).containsPattern(
				"\\[INFO]\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z\t" + result.requestId() + "\tcharged 5\n");
	}

	@Test
	void logsInTheJsonFormatWhenAsked() {
		TestFunction function = python("""
				import logging
				def handler(event, context):
				    logging.getLogger("shop").warning("charged %s", event, extra={"order": "o-17"})
				    raise KeyError("x")
				""").with("environment", Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON")).started();
		String logs = function.invoke("5").logs();
		assertThat(logs).contains("\"level\": \"WARNING\", \"message\": \"charged 5\", \"logger\": \"shop\"")
			.contains("\"order\": \"o-17\"")
			.contains("\"log_level\": \"ERROR\", \"errorMessage\": \"'x'\", \"errorType\": \"KeyError\"");
	}

	@Test
	void givesEachEnvironmentAPrivateTemporaryDirectory() {
		TestFunction first = python(TEMPORARY).started();
		TestFunction second = python(TEMPORARY).with("function", "other").started();
		assertThat(first.invoke("\"one\"").payload()).isEqualTo("[\"note\"]");
		assertThat(second.invoke("\"two\"").payload()).isEqualTo("[\"note\"]");
		assertThat(first.invoke("\"three\"").payload()).isEqualTo("[\"note\", \"note\"]");
	}

	@Test
	void keepsModuleStateBetweenInvocations() {
		TestFunction function = python("""
				count = 0
				def handler(event, context):
				    global count
				    count += 1
				    return count
				""").started();
		assertThat(function.invoke("{}").payload()).isEqualTo("1");
		assertThat(function.invoke("{}").payload()).isEqualTo("2");
	}

	@Test
	void cannotChangeItsCode() {
		TestFunction function = python("""
				import os
				def handler(event, context):
				    try:
				        open(os.path.join(os.environ["LAMBDA_TASK_ROOT"], "app.py"), "a")
				    except OSError as problem:
				        return type(problem).__name__
				""").started();
		assertThat(function.invoke("{}").payload()).isIn("\"PermissionError\"", "\"OSError\"");
	}

	private static final String TEMPORARY = """
			import os, tempfile
			def handler(event, context):
			    with open(os.path.join(tempfile.gettempdir(), "note"), "a") as file:
			        file.write("note ")
			    return open(os.path.join(os.environ["TMPDIR"], "note")).read().split()
			""";

	private Invocation onlyInvocation() {
		return host().trace().invocations().get(0);
	}

	private TestHost host() {
		return this.extension.host();
	}

	private TestFunction python(String code) {
		return host().python(code);
	}

	private TestFunction function(Map<String, String> files) {
		return host().function(files);
	}

}

package academy.coldstart.execution;

import java.util.List;
import java.util.Map;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.trace.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract for Python, and what only Python functions expect of Lambda.
 */
class PythonContractIntegrationTests extends LanguageContract {

	PythonContractIntegrationTests() {
		super(new PythonFixture());
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
	void fillsTheFieldsOfTheContextObjectThatOnlyPythonHas() {
		TestFunction function = python("""
				def handler(event, context):
				    return {"memory": context.memory_limit_in_mb, "tenant": context.tenant_id,
				            "identity": context.identity.cognito_identity_id,
				            "custom": context.client_context.custom, "env": context.client_context.env}
				""").started();
		String client = "{\"custom\":{\"a\":\"b\"},\"env\":{\"c\":\"d\"}}";
		assertThat(value(function.invoke("{}", Map.of("clientContext", client))).toString())
			.isEqualTo("{\"memory\":\"128\",\"tenant\":null,\"identity\":null,"
					+ "\"custom\":{\"a\":\"b\"},\"env\":{\"c\":\"d\"}}");
	}

	@Test
	void namesTheRequestInAnError() {
		Result result = python("def handler(event, context): raise ValueError('x')").started().invoke("{}");
		assertThat(result.json().path("requestId").asString()).isEqualTo(result.requestId());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					app | Runtime.MalformedHandlerName | Bad handler 'app': not enough values to unpack (expected 2, got 1)
					broken.handler | Runtime.UserCodeSyntaxError | Syntax error in module 'broken': '(' was never closed (broken.py, line 2)
					""")
	void reportsAHandlerThatCannotBeLoaded(String handler, String errorType, String message) {
		TestHost.Reply reply = host().function(Map.of("app.py", "x = 1", "broken.py", "import json\nprint('a'\n"))
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
	void readsEnvironmentVariablesThatPointAtTheEngineAsItsOwnWayToAws() {
		TestFunction function = python("""
				import os
				def handler(event, context): return [os.environ["QUEUE_URL"][:17], os.environ["PATH"][:5]]
				""")
			.with("userEnvironment", Map.of("QUEUE_URL", RecordedEndpoint.ENGINE + "/queue/q", "LD_PRELOAD",
					"/nowhere.so", "PATH", "/mine"))
			.started();
		assertThat(function.invoke("{}").payload()).isEqualTo("[\"http://127.0.0.1:\", \"/mine\"]");
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
	void findsLayersInTheirSitePackagesDirectoryToo() {
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

	private TestFunction python(String code) {
		return host().python(code);
	}

}

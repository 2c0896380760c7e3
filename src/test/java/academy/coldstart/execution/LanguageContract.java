package academy.coldstart.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.ExecutionEnvironment.End;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.LogLine;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a function may expect of Lambda, whatever language it is written in. A language
 * passes when its subclass, which supplies the programs, does.
 */
abstract class LanguageContract {

	private static final int TIMEOUT_SECONDS = 30;

	private static final JsonMapper json = JsonMapper.builder().build();

	private final LanguageFixture fixture;

	@RegisterExtension
	private final HostExtension extension;

	LanguageContract(LanguageFixture fixture) {
		this.fixture = fixture;
		this.extension = new HostExtension(fixture.language());
	}

	@Test
	void returnsWhatTheHandlerReturns() {
		TestFunction function = function(Situation.ECHO).started();
		Result result = function.invoke("{\"x\": [1, 2]}");
		assertThat(value(result)).isEqualTo(json.readTree("{\"got\": [1, 2], \"name\": \"Zoë ☕\"}"));
		assertThat(result.isError()).isFalse();
		Result next = function.invoke("{\"x\": {\"y\": null}}");
		assertThat(value(next).path("got")).isEqualTo(json.readTree("{\"y\": null}"));
		assertThat(next.isError()).isFalse();
	}

	@Test
	void returnsNullWhenTheHandlerReturnsNothing() {
		Result result = function(Situation.NOTHING).started().invoke("{}");
		assertThat(result.payload()).isEqualTo("null");
		assertThat(result.isError()).isFalse();
	}

	@Test
	void writesStartAndReportAroundTheLinesOfTheHandler() {
		TestFunction function = function(Situation.ECHO).started();
		Result first = function.invoke("{\"x\": 1}");
		String id = first.requestId();
		assertThat(first.logs())
			.contains("START RequestId: " + id + " Version: $LATEST\nhello\nEND RequestId: " + id
					+ "\nREPORT RequestId: " + id + "\tDuration: ")
			.contains("Memory Size: " + this.fixture.memoryMb() + " MB")
			.contains("Init Duration: ");
		assertThat(function.invoke("{\"x\": 1}").logs()).startsWith("START RequestId: ")
			.doesNotContain("Init Duration");
	}

	@Test
	void keepsTheLinesOfALogInTheirOrder() {
		TestFunction function = function(Situation.LOG_LINES).started();
		String lines = IntStream.rangeClosed(1, 100)
			.mapToObj((number) -> "line " + number + "\n")
			.reduce("", String::concat);
		Result first = function.invoke("{}");
		assertThat(first.logs()).startsWith("loading\nSTART RequestId: ")
			.contains(" Version: $LATEST\n" + lines + "END");
		Result second = function.invoke("{}");
		assertThat(second.logs()).doesNotContain("loading").contains(" Version: $LATEST\n" + lines + "END");
		assertThat(logs("loading")).extracting(LogLine::invocation).containsExactly((String) null);
		assertThat(logs("line 7")).extracting(LogLine::invocation)
			.containsExactly(first.requestId(), second.requestId());
	}

	@Test
	void readsUnicodeInEventsAndLogs() {
		Result result = function(Situation.UNICODE).started().invoke("\"grüße 😀\"");
		assertThat(value(result).asString()).isEqualTo("grüße 😀😀");
		assertThat(result.logs()).contains("日本 grüße 😀\n");
	}

	@Test
	void fillsTheContextObject() {
		TestFunction function = function(Situation.CONTEXT).started();
		String client = "{\"client\":{\"app_title\":\"shop\"},\"custom\":{\"a\":\"b\"},\"env\":{\"c\":\"d\"}}";
		Result result = function.invoke("{}", Map.of("clientContext", client, "traceId", "Root=1-2-3"));
		JsonNode context = value(result);
		assertThat(context.path("requestId").asString()).isEqualTo(result.requestId());
		assertThat(context.path("arn").asString()).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:orders");
		assertThat(context.path("name").asString()).isEqualTo("orders");
		assertThat(context.path("version").asString()).isEqualTo("$LATEST");
		assertThat(context.path("memory").asInt()).isEqualTo(this.fixture.memoryMb());
		assertThat(context.path("remaining").asInt()).isBetween(1, TIMEOUT_SECONDS * 1000);
		assertThat(context.path("logGroup").asString()).isEqualTo("/aws/lambda/orders");
		assertThat(context.path("logStream").asString()).contains(function.id());
		assertThat(context.path("trace").asString()).isEqualTo("Root=1-2-3");
		assertThat(context.path("title").asString()).isEqualTo("shop");
		assertThat(context.path("custom").asString()).isEqualTo("b");
		assertThat(context.path("env").asString()).isEqualTo("d");
	}

	@Test
	void leavesTheClientContextOutWhenThereIsNone() {
		JsonNode context = value(function(Situation.CONTEXT).started().invoke("{}"));
		assertThat(context.has("requestId")).isTrue();
		assertThat(context.path("title").asStringOpt()).isEmpty();
		assertThat(context.path("custom").asStringOpt()).isEmpty();
		assertThat(context.path("env").asStringOpt()).isEmpty();
	}

	@Test
	void reportsAnErrorWithTheFramesOfTheLearner() {
		TestFunction function = function(Situation.FAILING).started();
		Result result = function.invoke("{\"id\": \"o-17\"}");
		ExpectedError expected = this.fixture.error(Situation.FAILING);
		assertThat(result.isError()).isTrue();
		assertThat(result.errorType()).isEqualTo(expected.type());
		assertThat(result.errorMessage()).isEqualTo("no such order: o-17");
		List<String> frames = result.json()
			.path(this.fixture.framesField())
			.valueStream()
			.map(JsonNode::asString)
			.toList();
		assertThat(frames).hasSameSizeAs(expected.frames());
		IntStream.range(0, frames.size())
			.forEach((i) -> assertThat(frames.get(i)).containsPattern(expected.frames().get(i)));
		assertThat(result.logs()).contains(expected.logged());
		assertThat(firstInvocation().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(firstInvocation().errorType()).isEqualTo(expected.type());
		assertThat(function.invoke("{\"id\": \"o-18\"}").errorMessage()).isEqualTo("no such order: o-18");
		assertThat(environments()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "FAILING_AT_LOAD", "MISSING_FILE", "MISSING_FUNCTION" })
	void reportsWhatFailsDuringInit(Situation situation) {
		TestHost.Reply reply = function(situation).start();
		ExpectedError expected = this.fixture.error(situation);
		assertThat(reply.status()).isEqualTo(422);
		JsonNode error = reply.body().path("initError");
		assertThat(error.path("errorType").asString()).isEqualTo(expected.type());
		assertThat(error.path("errorMessage").asString()).isEqualTo(expected.message());
		assertThat(host().trace().logs()).extracting(LogLine::text)
			.anyMatch((text) -> text.contains(expected.logged()))
			.anyMatch((text) -> text.startsWith("INIT_REPORT Init Duration: "));
		assertThat(environments().get(0).end()).isEqualTo(End.INIT_FAILED);
	}

	@Test
	void answersAnInvocationAfterAFailedInitWithTheErrorOfTheNext() {
		TestFunction function = function(Situation.FAILING_AT_LOAD);
		function.start();
		Result result = function.invoke("{}");
		ExpectedError expected = this.fixture.error(Situation.FAILING_AT_LOAD);
		assertThat(result.isError()).isTrue();
		assertThat(result.errorType()).isEqualTo(expected.type());
		assertThat(result.errorMessage()).isEqualTo(expected.message());
		assertThat(environments()).extracting(ExecutionEnvironment::end)
			.containsExactly(End.INIT_FAILED, End.INIT_FAILED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sleep", "spin" })
	void endsAHandlerThatTakesTooLong(String how) {
		TestFunction function = function(Situation.MISBEHAVING).with("timeoutSeconds", 1).started();
		Result result = function.invoke("\"" + how + "\"");
		assertThat(result.errorType()).isEqualTo("Sandbox.Timedout");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Task timed out after 1.00 seconds");
		// However long it waited for a processor.
		assertThat(result.logs()).contains("Status: timeout")
			.containsPattern("\\tDuration: (1000\\.00|999\\.\\d\\d) ms\\t");
		assertThat(firstInvocation().outcome()).isEqualTo(Outcome.TIMED_OUT);
		goesOnInANewProcess(function, End.TIMED_OUT);
	}

	@Test
	void reportsAProcessThatEndsInTheMiddle() {
		TestFunction function = function(Situation.MISBEHAVING).started();
		Result result = function.invoke("\"exit\"");
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Runtime exited with error: exit status 7");
		assertThat(firstInvocation().outcome()).isEqualTo(Outcome.EXITED);
		goesOnInANewProcess(function, End.EXITED);
	}

	private void goesOnInANewProcess(TestFunction function, End end) {
		Result next = function.invoke("\"good\"");
		assertThat(value(next).asString()).isEqualTo("good");
		assertThat(next.logs()).contains("Init Duration");
		assertThat(environments()).extracting(ExecutionEnvironment::end).containsExactly(end, null);
	}

	@Test
	void reportsAnInitPhaseThatExits() {
		TestHost.Reply reply = function(Situation.EXITING_AT_LOAD).start();
		assertThat(reply.status()).isEqualTo(422);
		JsonNode error = reply.body().path("initError");
		assertThat(error.path("errorType").asString()).isEqualTo("Runtime.ExitError");
		assertThat(error.path("errorMessage").asString()).isEqualTo("Error: Runtime exited with error: exit status 4");
		assertThat(environments().get(0).end()).isEqualTo(End.INIT_FAILED);
	}

	@Test
	void takesEventsAndResponsesOfSixMegabytes() {
		TestFunction function = function(Situation.SIZES).started();
		Result in = function.invoke("{\"size\": 1, \"text\": \"" + "y".repeat(6_000_000) + "\"}");
		assertThat(value(in).path("length").asInt()).isEqualTo(6_000_000);
		Result out = function.invoke("{\"size\": 6000000, \"text\": \"\"}");
		assertThat(value(out).path("text").asString()).isEqualTo("x".repeat(6_000_000));
		assertThat(out.isError()).isFalse();
	}

	@Test
	void refusesAResponseOfMoreThanSixMegabytesAndGoesOn() {
		TestFunction function = function(Situation.SIZES).started();
		Result result = function.invoke("{\"size\": 7000000, \"text\": \"\"}");
		assertThat(result.isError()).isTrue();
		assertThat(result.errorType()).isEqualTo("Function.ResponseSizeTooLarge");
		assertThat(result.errorMessage()).contains("6291556");
		assertThat(value(function.invoke("{\"size\": 3, \"text\": \"\"}")).path("text").asString()).isEqualTo("xxx");
		assertThat(environments()).hasSize(1);
	}

	@Test
	void refusesAResponseThatIsNotJsonAndGoesOn() {
		TestFunction function = function(Situation.UNSERIALIZABLE).started();
		Result result = function.invoke("{}");
		ExpectedError expected = this.fixture.error(Situation.UNSERIALIZABLE);
		assertThat(result.isError()).isTrue();
		assertThat(result.errorType()).isEqualTo(expected.type());
		assertThat(result.errorMessage()).contains(expected.message());
		assertThat(result.logs()).contains(expected.logged());
		assertThat(function.invoke("{}").errorType()).isEqualTo(expected.type());
		assertThat(environments()).hasSize(1);
	}

	@Test
	void runsWhatAnInvocationLeftBehindInTheNextOne() {
		TestFunction function = function(Situation.BACKGROUND).started();
		Result first = function.invoke("\"first\"");
		Awaitility.await()
			.pollDelay(Duration.ofMillis(600))
			.untilAsserted(() -> assertThat(host().aws().calls()).hasSize(1));
		Result second = function.invoke("\"second\"");
		List<RecordedEndpoint.Call> calls = host().aws().calls();
		assertThat(calls).extracting(RecordedEndpoint.Call::text).containsExactly("/first", "/late", "/second");
		assertThat(calls).extracting(RecordedEndpoint.Call::invocation)
			.containsExactly(first.requestId(), second.requestId(), second.requestId());
		assertThat(first.logs()).doesNotContain("late");
		assertThat(second.logs()).contains("late");
	}

	@Test
	void findsLibrariesInLayersOfWhichTheLastWins() {
		List<String> layers = this.fixture.layers().stream().map(Zips::ofBytes).map(host()::upload).toList();
		Result result = function(Situation.LAYERS).with("layerSha256", layers).started().invoke("{}");
		assertThat(value(result)).isEqualTo(json.readTree(this.fixture.layersResult()));
	}

	@Test
	void passesEnvironmentVariablesButNotThoseOfThePlatform() {
		Map<String, String> service = Map.of("LOCALSTACK_HOSTNAME", "secret", "EDGE_PORT", "4566", "TABLE", "Orders");
		Map<String, String> own = Map.of("TABLE", "Orders", "QUEUE_URL", RecordedEndpoint.ENGINE + "/queue/q",
				"AWS_ENDPOINT_URL", "http://elsewhere", "AWS_LAMBDA_RUNTIME_API", "elsewhere", "TEXT", "a=b\nc 'd'");
		TestFunction function = function(Situation.ENVIRONMENT).with("environment", service)
			.with("userEnvironment", own)
			.started();
		JsonNode variables = value(function.invoke("{}"));
		assertThat(variables.path("TABLE").asString()).isEqualTo("Orders");
		assertThat(variables.path("TEXT").asString()).isEqualTo("a=b\nc 'd'");
		assertThat(variables.path("QUEUE_URL").asString()).isEqualTo(RecordedEndpoint.ENGINE + "/queue/q");
		assertThat(variables.path("AWS_ENDPOINT_URL").asString()).isEqualTo(RecordedEndpoint.ENGINE);
		assertThat(variables.path("AWS_LAMBDA_RUNTIME_API").asString()).startsWith("127.0.0.1:");
		assertThat(variables.path("AWS_ACCESS_KEY_ID").asString()).isEqualTo("ASIATEST");
		assertThat(variables.path("AWS_REGION").asString()).isEqualTo("us-east-1");
		assertThat(variables.path("_HANDLER").asString())
			.isEqualTo(this.fixture.program(Situation.ENVIRONMENT).handler());
		assertThat(variables.path("AWS_EXECUTION_ENV").asString()).isEqualTo("AWS_Lambda_" + this.fixture.runtimeId());
		assertThat(variables.path("TZ").asString()).isEqualTo(":UTC");
		assertThat(variables.propertyNames()).doesNotContain("LOCALSTACK_HOSTNAME", "EDGE_PORT", "JAVA_HOME", "HOME");
	}

	@Test
	void givesEachEnvironmentAPrivateTemporaryDirectory() {
		TestFunction first = function(Situation.TEMPORARY).started();
		TestFunction second = function(Situation.TEMPORARY).with("function", "other").started();
		assertThat(value(first.invoke("{}"))).isEqualTo(json.readTree("[\"note\"]"));
		assertThat(value(second.invoke("{}"))).isEqualTo(json.readTree("[\"note\"]"));
		assertThat(value(first.invoke("{}"))).isEqualTo(json.readTree("[\"note\", \"note\"]"));
	}

	@Test
	void keepsWhatIsOutsideTheHandlerBetweenInvocations() {
		TestFunction function = function(Situation.COUNTER).started();
		assertThat(function.invoke("{}").payload()).isEqualTo("1");
		assertThat(function.invoke("{}").payload()).isEqualTo("2");
	}

	@Test
	void recordsWhichVersionReallyRan() {
		TestFunction function = function(Situation.COUNTER).started();
		function.invoke("{}");
		function.stop();
		ExecutionEnvironment environment = environments().get(0);
		assertThat(environment.runtime()).isEqualTo(this.fixture.runtimeId());
		assertThat(environment.runtimeVersion()).matches(this.fixture.version());
		assertThat(environment.end()).isEqualTo(End.SHUT_DOWN);
		assertThat(firstInvocation().coldStart()).isTrue();
		assertThat(firstInvocation().startMs()).isGreaterThanOrEqualTo(environment.initEndMs());
		assertThat(firstInvocation().maxMemoryMb()).isBetween(5L, (long) this.fixture.memoryMb());
	}

	final TestHost host() {
		return this.extension.host();
	}

	/**
	 * Return a function of this language that is not started yet.
	 * @param situation what it does
	 * @return the function
	 */
	final TestFunction function(Situation situation) {
		return function(this.fixture.program(situation));
	}

	/**
	 * Return a function of this language that is not started yet.
	 * @param program its program
	 * @return the function
	 */
	final TestFunction function(Program program) {
		return host().function(program)
			.with("runtime", this.fixture.runtimeId())
			.with("memoryMb", this.fixture.memoryMb())
			.with("timeoutSeconds", TIMEOUT_SECONDS);
	}

	final Invocation firstInvocation() {
		return host().trace().invocations().get(0);
	}

	final List<ExecutionEnvironment> environments() {
		return host().trace().environments();
	}

	final List<LogLine> logs(String text) {
		return host().trace().logs().stream().filter((line) -> line.text().equals(text)).toList();
	}

	static JsonNode value(Result result) {
		return json.readTree(result.payload());
	}

}

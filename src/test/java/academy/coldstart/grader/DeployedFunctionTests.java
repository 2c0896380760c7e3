package academy.coldstart.grader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.TraceRecorder;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

class DeployedFunctionTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private final SdkHttpClient http = ServiceLoader.load(SdkHttpService.class)
		.findFirst()
		.orElseThrow()
		.createHttpClientBuilder()
		.buildWithDefaults(AttributeMap.empty());

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private HttpServer engine;

	private volatile String payload = "{}";

	private volatile @Nullable String functionError;

	private volatile String authorization = "";

	@BeforeEach
	void startEngine() throws IOException {
		this.engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.engine.createContext("/", (exchange) -> {
			this.authorization = exchange.getRequestHeaders().getFirst("Authorization");
			exchange.getRequestBody().readAllBytes();
			byte[] log = "START RequestId: r-1 Version: $LATEST\n".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("X-Amz-Log-Result", Base64.getEncoder().encodeToString(log));
			if (this.functionError != null) {
				exchange.getResponseHeaders().set("X-Amz-Function-Error", this.functionError);
			}
			byte[] body = this.payload.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.engine.start();
	}

	@AfterEach
	void stopEngine() {
		this.engine.stop(0);
		this.http.close();
	}

	@Test
	void answersWithPayloadAndRequestIdAndRecordsTheAction() {
		this.payload = "{\"orderId\":\"o-17\",\"items\":3}";

		Run run = run();
		Result result = run.function("F").invoke(run.orders().next(), "sent order o-17");

		assertThat(result.requestId()).isEqualTo("r-1");
		assertThat(result.requireSuccess().json().path("items").asInt()).isEqualTo(3);
		assertThat(run.trace().trace().actions()).extracting(GraderAction::text).containsExactly("sent order o-17");
	}

	@Test
	void usesTheAccountAsAccessKey() {
		run().function().invoke("{}");

		assertThat(this.authorization).contains("Credential=111122223333/").contains("/us-east-1/lambda/");
	}

	@Test
	void findsTheInvocationInTheTrace() {
		this.recorder.record(environment("e1", null, 3.0));
		this.recorder.record(new Invocation("r-1", "e1", "arn", true, 4, 5.0, Invocation.Outcome.SUCCEEDED, null, 1.0,
				1L, 1.0, 30L, Body.empty(), Body.empty()));

		assertThat(run().function("F").invoke("{}").environment()).isEqualTo("e1");
	}

	@Test
	void failsWithTheErrorAndTheLearnersLine() {
		this.functionError = "Unhandled";
		this.payload = """
				{"errorType": "KeyError", "errorMessage": "'total'", "requestId": "r-1", "stackTrace": [
				"  File \\"/var/task/handler.py\\", line 12, in handler\\n    total(event)\\n",
				"  File \\"/var/task/lib/sums.py\\", line 4, in total\\n    event['total']\\n",
				"  File \\"/usr/lib/python3.13/json/decoder.py\\", line 99, in decode\\n    x\\n"]}
				""";
		this.recorder.record(environment("e1", null, 3.0));

		Result result = run().function("F").invoke("{}");

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(result::requireSuccess)
			.withMessage("The function failed instead of answering: KeyError: 'total'")
			.extracting(LearnerFailure::place)
			.isEqualTo(new Place("lib/sums.py", 4));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "    at total (file:///var/task/lib/sums.mjs:4:9)", "    at file:///var/task/lib/sums.mjs:4:9",
					"    at async Promise.all (index 0)\",\"    at async total (/var/task/lib/sums.mjs:4:9)" })
	void failsWithTheDeepestLineOfNode(String frame) {
		this.functionError = "Unhandled";
		this.payload = """
				{"errorType": "TypeError", "errorMessage": "no total", "trace": ["TypeError: no total",
				"    at JSON.parse (<anonymous>)", "    at node:internal/process/task_queues:95:5", "%s",
				"    at async handler (file:///var/task/handler.mjs:12:3)"]}
				""".formatted(frame);
		this.recorder.record(environment("e1", null, 3.0));

		Result result = run().function("F").invoke("{}");

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(result::requireSuccess)
			.extracting(LearnerFailure::place)
			.isEqualTo(new Place("lib/sums.mjs", 4));
	}

	@Test
	void isBlockedBySyntaxErrorOfNodeWithFileAndLine() {
		this.functionError = "Unhandled";
		this.payload = """
				{"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token ';'",
				"trace": ["file:///var/task/handler.mjs:3", "  return {;", "          ^", "",
				"SyntaxError: Unexpected token ';'", "    at compileSourceTextModule (node:internal/modules/esm/utils:318:16)"]}
				""";
		Run run = run();

		assertThatExceptionOfType(CheckBlocked.class).isThrownBy(() -> run.function("F").invoke("{}"));
		HandlerProblem problem = Objects.requireNonNull(run.problem());
		assertThat(problem.kind()).isEqualTo("syntax-error");
		assertThat(problem.message())
			.isEqualTo("The code has a syntax error and cannot be loaded (handler.mjs, line 3): "
					+ "SyntaxError: Unexpected token ';'");
	}

	@Test
	void isBlockedByAHandlerThatTakesACallback() {
		this.functionError = "Unhandled";
		this.payload = """
				{"errorType": "Runtime.CallbackHandlerDeprecated", "errorMessage": "ERROR: no callbacks", "trace": []}
				""";
		Run run = run();

		assertThatExceptionOfType(CheckBlocked.class).isThrownBy(() -> run.function("F").invoke("{}"));
		assertThat(Objects.requireNonNull(run.problem()).message())
			.isEqualTo("The handler cannot be called: ERROR: no callbacks");
	}

	@Test
	void isBlockedBySyntaxErrorWithFileAndLine() {
		this.functionError = "Unhandled";
		this.payload = """
				{"errorType": "Runtime.UserCodeSyntaxError",
				"errorMessage": "Syntax error in module 'handler': invalid syntax (handler.py, line 3)",
				"stackTrace": ["  File \\"/var/task/handler.py\\" Line 3\\n    def broken(:\\n"]}
				""";
		Run run = run();

		assertThatExceptionOfType(CheckBlocked.class).isThrownBy(() -> run.function("F").invoke("{}"))
			.satisfies((blocked) -> assertThat(blocked.step()).isEqualTo("run"));
		HandlerProblem problem = Objects.requireNonNull(run.problem());
		assertThat(problem.kind()).isEqualTo("syntax-error");
		assertThat(problem.place()).isEqualTo(new Place("handler.py", 3));
		assertThat(problem.message())
			.isEqualTo("The code has a syntax error and cannot be loaded (handler.py, line 3): "
					+ "Syntax error in module 'handler': invalid syntax");
	}

	@Test
	void isBlockedByMissingFunction() {
		this.functionError = "Unhandled";
		this.payload = """
				{"errorType": "Runtime.HandlerNotFound", "errorMessage": "Handler 'handler' missing on module 'handler'"}
				""";
		Run run = run();

		assertThatExceptionOfType(CheckBlocked.class).isThrownBy(() -> run.function("F").invoke("{}"));
		assertThat(Objects.requireNonNull(run.problem()).kind()).isEqualTo("handler-missing");
	}

	@Test
	void isBlockedWhenNoEnvironmentEverStarted() {
		this.functionError = "Unhandled";
		this.payload = "{\"errorType\": \"KeyError\", \"errorMessage\": \"'TABLE'\"}";
		this.recorder.record(environment("e1", ExecutionEnvironment.End.INIT_FAILED, null));

		assertThatExceptionOfType(CheckBlocked.class).isThrownBy(() -> run().function("F").invoke("{}"))
			.withMessageContaining("failed while it started: KeyError: 'TABLE'");
	}

	@Test
	void isNotBlockedWhenAnEnvironmentStartedBefore() {
		this.functionError = "Unhandled";
		this.payload = "{\"errorType\": \"KeyError\", \"errorMessage\": \"'TABLE'\"}";
		this.recorder.record(environment("e1", null, 3.0));
		this.recorder.record(environment("e2", ExecutionEnvironment.End.INIT_FAILED, null));

		assertThat(run().function("F").invoke("{}").errorType()).isEqualTo("KeyError");
	}

	@Test
	void namesTheFieldThatDiffers() {
		this.payload = "{\"orderId\": \"o-18\"}";
		Result result = run().function("F").invoke("{}");

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> result.requireField("orderId", "o-17"))
			.withMessage("The response has orderId \"o-18\", but \"o-17\" was expected.");
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> result.requireField("message", "x"))
			.withMessage("The response has no field message, but \"x\" was expected.");
	}

	@Test
	void comparesNumbersByValue() {
		this.payload = "{\"total\": 12.50}";

		assertThat(run().function("F").invoke("{}").requireField("total", 12.5).succeeded()).isTrue();
	}

	@Test
	void waitingInVainFailsWithTheLastValue() {
		this.payload = "<GetCallerIdentityResponse/>";

		assertThatExceptionOfType(LearnerFailure.class)
			.isThrownBy(() -> run().await("two charges", Duration.ZERO).until(() -> 1, (count) -> count == 2))
			.withMessageContaining("two charges")
			.extracting(LearnerFailure::observed)
			.isEqualTo("1");
	}

	@Test
	void waitingInVainForThePlatformIsNoFailureOfTheLearner() {
		assertThatIllegalStateException()
			.isThrownBy(() -> run().await("the log", Duration.ZERO).untilPlatform(() -> false));
	}

	@Test
	void waitingInVainIsBlockedWhenNothingEverStarted() {
		this.payload = "<GetCallerIdentityResponse/>";
		this.recorder.record(environment("e1", ExecutionEnvironment.End.INIT_FAILED, null));
		this.recorder.record(new Invocation("r-9", "e1", "arn", true, 4, 5.0, Invocation.Outcome.FAILED,
				"Runtime.ImportModuleError", null, null, null, null, Body.empty(), Body.of("""
						{"errorType": "Runtime.ImportModuleError", "errorMessage": "No module named 'requests'"}
						""")));

		assertThatExceptionOfType(CheckBlocked.class)
			.isThrownBy(() -> run().await("a charge", Duration.ZERO).until(() -> false))
			.withMessageContaining("No module named 'requests'");
	}

	@Test
	void tellsThatStateChangedBesideTheProxy() {
		assertThatExceptionOfType(LearnerFailure.class)
			.isThrownBy(() -> run().requireRecorded("dynamodb", "orders", "the item of o-17"))
			.withMessageStartingWith("State changed without a recorded call: the item of o-17 is in orders");
	}

	@Test
	void runsTasksAtOnceAndKeepsTheirOrder() throws Exception {
		assertThat(run().atOnce(List.of(() -> "a", () -> "b", () -> "c"))).containsExactly("a", "b", "c");
	}

	private Run run() {
		TreeMap<String, StackResource> resources = new TreeMap<>();
		resources.put("F",
				new StackResource("F", "AWS::Lambda::Function", "fn", JsonNodeFactory.instance.objectNode()));
		Aws aws = new Aws(URI.create("http://127.0.0.1:" + this.engine.getAddress().getPort()), ACCOUNT.value(),
				this.http);
		return new Run(Setup.of(DeployedFunctionTests.class, 1), new Stack(Map.of(), resources), aws, this.recorder,
				mock(EnvironmentControl.class), Map.of("handler.py", new byte[0], "lib/sums.py", new byte[0],
						"handler.mjs", new byte[0], "lib/sums.mjs", new byte[0]));
	}

	private static ExecutionEnvironment environment(String id, ExecutionEnvironment.@Nullable End end,
			@Nullable Double initEndMs) {
		return new ExecutionEnvironment(id, "fn", "$LATEST", "python3.13", "3.13.0", 128, 1, initEndMs,
				(end != null) ? 9.0 : null, end);
	}

}

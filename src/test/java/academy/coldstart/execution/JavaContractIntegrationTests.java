package academy.coldstart.execution;

import java.util.Map;

import academy.coldstart.execution.TestFunction.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract for Java, and what only Java functions expect of Lambda.
 */
class JavaContractIntegrationTests extends LanguageContract {

	private final JavaFixture fixture = new JavaFixture();

	JavaContractIntegrationTests() {
		super(new JavaFixture());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					public int handle(int event) { return event + 1; } | 4 | 5
					public Order handle(Order event, Context context) { return event.twice(); } | {"id":"o","n":2} | {"id":"o","n":4}
					public String handle(com.amazonaws.services.lambda.runtime.events.SQSEvent event) { return event.getRecords().get(0).getBody(); } | {"Records":[{"messageId":"m","body":"b"}]} | "b"
					public static List<Integer> handle(List<Integer> event) { return event.reversed(); } | [1,2] | [2,1]
					public void handle(java.io.InputStream in, java.io.OutputStream out) throws Exception { in.transferTo(out); } | {"x":1} | {"x":1}
					""")
	void callsHandlersThatArePlainMethods(String method, String event, String answer) {
		Program program = this.fixture.method(method + """
				public static class Order {
					public String id;
					public int n;
					Order twice() {
						this.n *= 2;
						return this;
					}
				}
				""");
		assertThat(function(program).started().invoke(event).payload()).isEqualTo(answer);
	}

	@Test
	void endsEveryMessageOfTheLambdaLoggerWithALineBreak() {
		Program program = this.fixture.method("""
				public void handle(Context context) {
					context.getLogger().log("one");
					context.getLogger().log("two\\n");
					context.getLogger().log("three", com.amazonaws.services.lambda.runtime.logging.LogLevel.ERROR);
				}
				""");
		assertThat(function(program).started().invoke("{}").logs())
			.contains("$LATEST\none\ntwo\n[ERROR] three\nEND RequestId");
	}

	@Test
	void writesLogsAsJsonWhereTheFunctionWantsThat() {
		Program program = this.fixture.method("""
				public void handle(Context context) {
					context.getLogger().log("one", com.amazonaws.services.lambda.runtime.logging.LogLevel.WARN);
				}
				""");
		Result result = function(program).with("environment", Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON"))
			.started()
			.invoke("{}");
		assertThat(result.logs()).containsPattern("\\{\"timestamp\":\"[^\"]+\",\"message\":\"one\",\"level\":\"WARN\","
				+ "\"AWSRequestId\":\"" + result.requestId() + "\"}\nEND");
	}

	@Test
	void printsWhatGoesThroughSlf4j() {
		Program program = this.fixture.method("""
				public void handle() {
					org.slf4j.LoggerFactory.getLogger("shop").info("order {}", 17);
				}
				""");
		Result result = function(program).started().invoke("{}");
		assertThat(result.logs()).contains("[INFO] shop - order 17\n").doesNotContain("SLF4J");
	}

	@Test
	void usesLog4jWhereTheFunctionConfiguresIt() {
		Program program = this.fixture.method("""
				public void handle() {
					org.slf4j.LoggerFactory.getLogger("shop").info("order {}", 17);
				}
				""");
		String configuration = """
				<Configuration><Appenders><Console name="out"><PatternLayout pattern="configured %m%n"/></Console></Appenders>
				<Loggers><Root level="info"><AppenderRef ref="out"/></Root></Loggers></Configuration>
				""";
		Program configured = new Program(program.handler(),
				JavaFixture.with(program.files(), "log4j2.xml", configuration));
		assertThat(function(configured).started().invoke("{}").logs()).contains("configured order 17\n");
	}

	@Test
	void saysWhichLineOfTheLearnerMadeAnAwsCall() {
		Program program = this.fixture.method("""
				public String handle() {
					try {
						return software.amazon.awssdk.services.sts.StsClient.create().getCallerIdentity().account();
					}
					catch (RuntimeException ex) {
						return ex.getClass().getSimpleName();
					}
				}
				""");
		function(program).with("memoryMb", 128).started().invoke("{}");
		assertThat(host().aws().calls()).extracting((call) -> call.frame().orElse(""))
			.allMatch((frame) -> frame.matches("app/Handler\\.java:\\d+"))
			.isNotEmpty();
	}

	@Test
	void findsItsOwnClassesOfTheRuntimeBeforeThoseOfTheFunction() {
		Program program = this.fixture.program(Map.of("app/Handler.java",
				"""
						package app;
						public class Handler {
							public String handle() {
								return com.amazonaws.services.lambda.runtime.LambdaRuntime.getLogger().getClass().getSimpleName();
							}
						}
						""",
				"com/amazonaws/services/lambda/runtime/LambdaRuntime.java", """
						package com.amazonaws.services.lambda.runtime;
						public class LambdaRuntime {
							public static String getLogger() {
								return "mine";
							}
						}
						"""), "app.Handler::handle");
		assertThat(function(program).started().invoke("{}").logs()).doesNotContain("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Dshop=open", "-Dshop=open -XX:+UseG1GC", "-Dshop=open -XX:+UseParallelGC -Xmx100m",
			"-Dshop=open -XX:MaxRAMPercentage=50 -XX:-TieredCompilation", "-Dshop=open -Xshare:off",
			"-Dshop=open -XX:SharedArchiveFile=/nowhere.jsa -Xshare:auto" })
	void honorsJavaToolOptions(String options) {
		Program program = this.fixture.method("""
				public String handle() {
					return System.getProperty("shop");
				}
				""");
		TestFunction function = function(program).with("userEnvironment", Map.of("JAVA_TOOL_OPTIONS", options))
			.started();
		assertThat(function.invoke("{}").payload()).isEqualTo("\"open\"");
	}

	@Test
	void givesAMachineOfAPercentageTheMemoryOfTheFunction() {
		Program program = this.fixture.method("""
				public long handle() {
					return Runtime.getRuntime().maxMemory() / 1048576;
				}
				""");
		Result result = function(program)
			.with("userEnvironment", Map.of("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=50"))
			.started()
			.invoke("{}");
		assertThat(Integer.parseInt(result.payload())).isBetween(100, 140);
	}

	@Test
	void runsOutOfMemoryLikeAFunctionAndGoesOnInANewProcess() {
		Program program = this.fixture.method("""
				public int handle(int megabytes) {
					List<byte[]> kept = new ArrayList<>();
					for (int i = 0; i < megabytes; i++) {
						kept.add(new byte[1048576]);
					}
					return kept.size();
				}
				""");
		TestFunction function = function(program).started();
		Result result = function.invoke("1000");
		assertThat(result.errorType()).isIn("java.lang.OutOfMemoryError", "Runtime.OutOfMemory");
		assertThat(function.invoke("10").payload()).isEqualTo("10");
	}

	@Test
	void tellsWhyAClassCannotBeLoadedAndWhere() {
		Program program = this.fixture.method("""
				static final String TABLE = Objects.requireNonNull(System.getenv("NO_SUCH"), "NO_SUCH is not set");
				public void handle() {
				}
				""");
		JsonNode error = function(program).start().body().path("initError");
		assertThat(error.path("errorMessage").asString()).isEqualTo("Error loading class app.Handler");
		assertThat(error.path("stackTrace").valueStream().map(JsonNode::asString))
			.contains("Caused by: java.lang.NullPointerException: NO_SUCH is not set")
			.anyMatch((frame) -> frame.matches("app\\.Handler\\.<clinit>\\(Handler\\.java:\\d+\\)"));
	}

	@Test
	void runsFunctionsOfANewerReleaseWhereTheJdkIsNewEnough() {
		Program program = this.fixture.method("public int handle() { return Runtime.version().feature(); }");
		TestFunction function = function(program).with("runtime", "java25");
		if (Runtime.version().feature() >= 25) {
			assertThat(Integer.parseInt(function.started().invoke("{}").payload())).isGreaterThanOrEqualTo(25);
		}
		else {
			assertThat(function.start().body().path("initError").path("errorMessage").asString())
				.contains("runs on Java");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "java8.al2", "java11", "java17" })
	void refusesReleasesThatAreTooOld(String runtime) {
		JsonNode error = function(this.fixture.method("public void handle() {}")).with("runtime", runtime)
			.start()
			.body()
			.path("initError");
		assertThat(error.path("errorType").asString()).isEqualTo("Runtime.Unavailable");
		assertThat(error.path("errorMessage").asString()).startsWith("Functions with the runtime " + runtime)
			.contains("java21");
	}

}

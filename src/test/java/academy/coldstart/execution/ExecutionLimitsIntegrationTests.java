package academy.coldstart.execution;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.ExecutionEnvironment.End;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions that misbehave: each ends with an error of its own, the next invocation gets
 * a new process, and nothing is left behind.
 */
class ExecutionLimitsIntegrationTests {

	@RegisterExtension
	private final HostExtension extension = new HostExtension();

	@Test
	void endsAHandlerThatNeverReturns() {
		Result result = misbehave("""
				while True:
				    pass
				""", Outcome.TIMED_OUT, End.TIMED_OUT);
		assertThat(result.errorType()).isEqualTo("Sandbox.Timedout");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Task timed out after 1.00 seconds");
		assertThat(result.logs()).contains("Status: timeout");
	}

	@ParameterizedTest
	@CsvSource({ "os._exit(7), exit status 7", "sys.exit(3), exit status 3",
			"'os.kill(os.getpid(), 11)', signal: segmentation fault", "'os.kill(os.getpid(), 9)', signal: killed" })
	void reportsAProcessThatEndsInTheMiddle(String statement, String cause) {
		Result result = misbehave(statement, Outcome.EXITED, End.EXITED);
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Runtime exited with error: " + cause);
	}

	@Test
	void reportsAProcessThatEndsWithoutAReason() {
		Result result = misbehave("sys.exit()", Outcome.EXITED, End.EXITED);
		assertThat(result.errorMessage()).endsWith("Error: Runtime exited without providing a reason");
	}

	@Test
	void endsAHandlerThatPrintsWithoutEnd() {
		Result result = misbehave("""
				for _ in range(1_000_000):
				    print("x" * 100)
				""", Outcome.LIMIT_EXCEEDED, End.LIMIT_EXCEEDED);
		assertThat(result.errorType()).isEqualTo("Sandbox.OutputLimit");
		assertThat(result.logs()).hasSizeLessThan(1200 * 1024)
			.contains("The function wrote more than 1 MiB of output and was stopped.");
	}

	@Test
	void endsAHandlerThatPrintsOneEndlessLine() {
		Result result = misbehave("""
				while True:
				    print("x" * 1000, end="")
				""", Outcome.LIMIT_EXCEEDED, End.LIMIT_EXCEEDED);
		assertThat(result.errorType()).isEqualTo("Sandbox.OutputLimit");
		assertThat(platformLines()).contains("The function wrote a line of more than 64 KiB and was stopped.");
	}

	@Test
	void endsAForkBomb() {
		Result result = misbehave("""
				while True:
				    try:
				        os.fork()
				    except OSError:
				        pass
				""", Outcome.LIMIT_EXCEEDED, End.LIMIT_EXCEEDED);
		assertThat(result.errorType()).isEqualTo("Sandbox.ProcessLimit");
	}

	@Test
	void endsAHandlerThatAllocatesWithoutEnd() {
		Result result = misbehave("""
				blocks = []
				while True:
				    blocks.append(bytearray(b"x") * 1_000_000)
				    time.sleep(0.005)
				""", Outcome.LIMIT_EXCEEDED, End.LIMIT_EXCEEDED);
		assertThat(result.errorType()).isEqualTo("Runtime.OutOfMemory");
		assertThat(result.errorMessage()).contains("more than its 128 MB of memory");
		assertThat(this.extension.host().trace().invocations().get(0).maxMemoryMb()).isGreaterThan(100);
	}

	@Test
	void refusesAllocationsBeyondTheMemoryAtOnce() {
		Result result = misbehave("bytearray(4_000_000_000)", Outcome.FAILED, null);
		assertThat(result.errorType()).isEqualTo("MemoryError");
	}

	@Test
	void endsAHandlerThatFillsItsTemporaryDirectory() {
		Result result = misbehave("""
				for i in range(1_000_000):
				    open(os.path.join(os.environ["TMPDIR"], str(i)), "w").close()
				""", Outcome.LIMIT_EXCEEDED, End.LIMIT_EXCEEDED);
		assertThat(result.errorType()).isEqualTo("Sandbox.StorageLimit");
	}

	@Test
	void leavesNothingOfADirectoryThatIsNestedTooDeepForAPath() {
		Result result = misbehave("""
				os.chdir(os.environ["TMPDIR"])
				for _ in range(3000):
				    os.mkdir("deep")
				    os.chdir("deep")
				os.chmod(".", 0)
				os._exit(1)
				""", Outcome.EXITED, End.EXITED);
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
	}

	@Test
	void endsProcessesThatLeftTheSession() {
		Result result = misbehave("""
				for _ in range(3):
				    if os.fork() == 0:
				        os.setsid()
				        if os.fork() == 0:
				            time.sleep(600)
				        os._exit(0)
				time.sleep(0.3)
				os._exit(1)
				""", Outcome.EXITED, End.EXITED);
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
		assertThat(this.extension.processes()).hasSize(1);
	}

	@Test
	void reportsAnInitPhaseThatNeverEnds() {
		TestHost.Reply reply = this.extension.host().python("while True: pass").start();
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.body().path("initError").path("errorType").asString()).isEqualTo("Sandbox.Timedout");
		assertThat(reply.body().path("initError").path("errorMessage").asString())
			.contains("The Init phase, which runs the code outside the handler, timed out after 10.00 seconds");
		ExecutionEnvironment environment = this.extension.host().trace().environments().get(0);
		assertThat(environment.end()).isEqualTo(End.INIT_FAILED);
		assertThat(environment.initEndMs()).isNull();
	}

	@Test
	void reportsAnInitPhaseThatExits() {
		TestHost.Reply reply = this.extension.host().python("import os\nos._exit(4)").start();
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.body().path("initError").path("errorType").asString()).isEqualTo("Runtime.ExitError");
		assertThat(reply.body().path("initError").path("errorMessage").asString()).endsWith("exit status 4");
	}

	private Result misbehave(String statements, Outcome outcome, @org.jspecify.annotations.Nullable End end) {
		TestFunction function = this.extension.host().python("""
				import os, sys, time
				def handler(event, context):
				    if event == "good":
				        return "good"
				""" + statements.indent(4)).with("timeoutSeconds", (outcome == Outcome.TIMED_OUT) ? 1 : 20).started();
		Result result = function.invoke("{}");
		assertThat(result.isError()).isTrue();
		assertThat(result.logs()).startsWith("START RequestId: ").contains("\nREPORT RequestId: ");
		Invocation invocation = this.extension.host().trace().invocations().get(0);
		assertThat(invocation.outcome()).isEqualTo(outcome);
		assertThat(this.extension.host().trace().environments().get(0).end()).isEqualTo(end);
		Result next = function.invoke("\"good\"");
		assertThat(next.payload()).isEqualTo("\"good\"");
		assertThat(next.logs().contains("Init Duration")).isEqualTo(end != null);
		return result;
	}

	private java.util.List<String> platformLines() {
		return this.extension.host()
			.trace()
			.logs()
			.stream()
			.filter((line) -> line.source() == LogLine.Source.PLATFORM)
			.map(LogLine::text)
			.toList();
	}

}

package academy.coldstart.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import academy.coldstart.isolation.Breach;
import academy.coldstart.trace.AccountId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsPageTests {

	private static final Path PAGE = Path.of("docs/limits.md");

	private final FunctionLimits limits = FunctionLimits.standard();

	@Test
	void pageStatesTheLimitsInForce() throws IOException {
		assertThat(Files.readString(PAGE)).contains(rows());
	}

	@Test
	void everyBreachHasACodeAndASentenceOfItsOwn() {
		List<Ending> endings = List.of(Breach.values()).stream().map(this::exceeded).toList();
		assertThat(endings).extracting(Ending::errorType).doesNotHaveDuplicates().hasSize(Breach.values().length);
		assertThat(endings).extracting(Ending::message).doesNotHaveDuplicates();
	}

	@Test
	void sentencesFollowTheConfiguration() {
		FunctionLimits others = new FunctionLimits(7, 8, org.springframework.util.unit.DataSize.ofMegabytes(9), 1234,
				org.springframework.util.unit.DataSize.ofKilobytes(5),
				org.springframework.util.unit.DataSize.ofKilobytes(2), java.time.Duration.ofSeconds(3));
		assertThat(Ending.exceeded(Breach.PROCESSES, plan(), others).message()).contains("more than 7 processes");
		assertThat(Ending.exceeded(Breach.SCRATCH, plan(), others).message()).contains("9 MB or 1,234 files");
		assertThat(Ending.outputExceeded(others).message()).contains("5 KiB of output").contains("2 KiB");
	}

	private String rows() {
		return String.join("\n",
				row("memory of all processes together", "the function's `MemorySize`", "the function is ended",
						exceeded(Breach.MEMORY)),
				row("processes and threads", Integer.toString(this.limits.processes()), "the function is ended",
						exceeded(Breach.PROCESSES)),
				row("files and directories in `/tmp`", String.format(Locale.ROOT, "%,d", this.limits.files()),
						"the function is ended", exceeded(Breach.SCRATCH)),
				row("output of one invocation, of one line",
						FunctionLimits.text(this.limits.output()) + ", " + FunctionLimits.text(this.limits.line()),
						"the function is ended", Ending.outputExceeded(this.limits)),
				row("time of an invocation", "the function's `Timeout`", "the function is ended", Ending.timedOut(3)),
				row("time of Init", this.limits.init().toSeconds() + " s", "the function is ended",
						Ending.initTimedOut(this.limits.init().toSeconds())),
				"| response | " + RuntimeApi.MAX_RESPONSE_BYTES
						+ " bytes | the response is refused | `Function.ResponseSizeTooLarge` |",
				"| bytes in `/tmp` | the function's `EphemeralStorage`, at most " + this.limits.storage().toMegabytes()
						+ " MB | the write fails with \"No space left on device\" | an error of the handler |",
				"| open files of a process | " + this.limits.openFiles()
						+ " | the call fails with \"Too many open files\" | an error of the handler |");
	}

	private static String row(String what, String limit, String effect, Ending ending) {
		return "| " + what + " | " + limit + " | " + effect + " | `" + ending.errorType() + "` |";
	}

	private Ending exceeded(Breach breach) {
		return Ending.exceeded(breach, plan(), this.limits);
	}

	private static EnvironmentPlan plan() {
		return new EnvironmentPlan("id", new AccountId("123456789012"), "us-east-1", "f", "1", "arn", "python3.13", "h",
				128, 3, 512, "x86_64", "0", List.of(), "on-demand", Map.of(), Map.of(), "g", "s",
				new RoleCredentials("a", "b", "c"));
	}

}

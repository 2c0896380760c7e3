package academy.coldstart.grading.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.grading.GradeReport.RuntimeUsed;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimesUsedTests {

	private static final HandlerLocation HANDLER = new HandlerLocation("index.mjs", "index.handler", "nodejs24.x");

	@Test
	void namesWhatTheHandlerAskedForAndWhatRan() {
		assertThat(RuntimesUsed.find(HANDLER, List.of(trace("python3.13"), trace("python3.13", "nodejs24.x"))))
			.isEqualTo(new RuntimeUsed("nodejs24.x", "version of nodejs24.x"));
	}

	@Test
	void namesTheFirstWhenTheTemplateIsTheLearners() {
		assertThat(RuntimesUsed.find(null, List.of(trace("java21", "nodejs24.x"))))
			.isEqualTo(new RuntimeUsed("java21", "version of java21"));
	}

	@Test
	void namesNothingWhenNothingRan() {
		assertThat(RuntimesUsed.find(HANDLER, List.of(trace()))).isNull();
	}

	private static Trace trace(String... runtimes) {
		List<ExecutionEnvironment> environments = Stream.of(runtimes)
			.map((runtime) -> new ExecutionEnvironment("e1", "fn", "$LATEST", runtime, "version of " + runtime, 128, 0,
					null, null, null))
			.toList();
		return new Trace(Trace.CONTRACT, 11, new AccountId("111122223333"), Instant.EPOCH, environments, List.of(),
				List.of(), List.of(), List.of());
	}

}

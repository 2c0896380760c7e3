package academy.coldstart.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import academy.coldstart.trace.LogLine.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceSliceTests {

	private static final Instant BEGIN = Instant.parse("2026-11-26T10:00:00Z");

	private final TraceRecorder recorder = new TraceRecorder(7, new AccountId("000000000001"),
			Clock.fixed(BEGIN, ZoneOffset.UTC));

	@Test
	void keepsWhatBeganSinceAndTheEnvironmentsThatWereUsed() {
		record();
		Trace part = this.recorder.snapshot().since(1000);
		assertThat(part.invocations()).extracting(Invocation::requestId).containsExactly("r-2");
		assertThat(part.environments()).extracting(ExecutionEnvironment::id).containsExactly("e1");
		assertThat(part.logs()).extracting(LogLine::text).containsExactly("second");
		assertThat(part.actions()).extracting(GraderAction::id).containsExactly("a2");
		assertThat(part.withoutActions().actions()).isEmpty();
	}

	@Test
	void countsTimesFromTheMoment() {
		record();
		Trace part = this.recorder.snapshot().since(1000);
		assertThat(part.startedAt()).isEqualTo(BEGIN.plusSeconds(1));
		assertThat(part.invocations().getFirst().startMs()).isEqualTo(50);
		assertThat(part.invocations().getFirst().endMs()).isEqualTo(60);
		assertThat(part.logs().getFirst().atMs()).isEqualTo(55);
		assertThat(part.environments().getFirst().precedesTrace()).isTrue();
		assertThat(this.recorder.snapshot().environments()).noneMatch(ExecutionEnvironment::precedesTrace);
	}

	@Test
	void forgetsWhatIsOverAndKeepsWhatLives() {
		record();
		this.recorder.forget();
		Trace left = this.recorder.snapshot();
		assertThat(left.invocations()).isEmpty();
		assertThat(left.logs()).isEmpty();
		assertThat(left.actions()).isEmpty();
		assertThat(left.environments()).extracting(ExecutionEnvironment::id).containsExactly("e1");
	}

	private void record() {
		this.recorder.record(environment("e1", null));
		this.recorder.record(environment("e2", 400.0));
		List.of(50.0, 1050.0).forEach((start) -> {
			String id = (start < 1000) ? "1" : "2";
			this.recorder.record(new Invocation("r-" + id, "e1", "arn", start < 1000, start, start + 10,
					Invocation.Outcome.SUCCEEDED, null, 10.0, 10L, null, 40L, Body.of("{}"), Body.of("null")));
			this.recorder.record(new LogLine("l" + id, "e1", "r-" + id, start + 5, Source.STDOUT,
					(start < 1000) ? "first" : "second"));
			this.recorder.record(new GraderAction("a" + id, null, start, start + 1, "sent an event"));
		});
	}

	private static ExecutionEnvironment environment(String id, @Nullable Double end) {
		return new ExecutionEnvironment(id, "hello", "$LATEST", "python3.13", "Python 3.13.0", 128, 10, 40.0, end,
				(end != null) ? ExecutionEnvironment.End.SHUT_DOWN : null);
	}

}

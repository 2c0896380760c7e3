package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;
import java.util.List;

import academy.coldstart.grader.Run;
import academy.coldstart.grader.Timeline;
import academy.coldstart.grader.TraceView;
import academy.coldstart.trace.Invocation;

/**
 * How long nothing has happened in a run. What has begun and not ended is happening, as
 * long as it may take.
 */
final class Stillness {

	private final Run run;

	private List<Object> seen = List.of();

	private long changedNanos = System.nanoTime();

	Stillness(Run run) {
		this.run = run;
	}

	/**
	 * Look what happens.
	 * @return a value that changes as long as something happens
	 */
	synchronized List<Object> pulse() {
		List<Object> now = pulse(this.run.trace());
		if (!now.equals(this.seen)) {
			this.seen = now;
			this.changedNanos = System.nanoTime();
		}
		return now;
	}

	synchronized boolean lasts(Duration duration) {
		pulse();
		return System.nanoTime() - this.changedNanos > duration.toNanos();
	}

	private static List<Object> pulse(TraceView trace) {
		Timeline timeline = trace.timeline();
		return List.of(timeline.environments().size(), timeline.invocations().size(), open(timeline),
				trace.calls().count(), (open(timeline) > 0) ? System.nanoTime() : 0L);
	}

	private static long open(Timeline timeline) {
		long starting = timeline.environments()
			.stream()
			.filter((environment) -> environment.initEndMs() == null && environment.endMs() == null)
			.count();
		return starting + timeline.invocations().stream().map(Invocation::endMs).filter((end) -> end == null).count();
	}

}

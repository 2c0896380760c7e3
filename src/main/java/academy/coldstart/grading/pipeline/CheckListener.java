package academy.coldstart.grading.pipeline;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.LearnerFailure;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Collects the results of checks.
 */
class CheckListener implements TestExecutionListener {

	private final Pulse pulse;

	private final Consumer<SeedCheck> heard;

	private final Map<String, Long> started = new ConcurrentHashMap<>();

	private final Map<String, SeedCheck> results = new LinkedHashMap<>();

	private @Nullable Throwable outside;

	CheckListener(Pulse pulse, Consumer<SeedCheck> heard) {
		this.pulse = pulse;
		this.heard = heard;
	}

	@Override
	public void executionStarted(TestIdentifier test) {
		this.started.put(test.getUniqueId(), System.nanoTime());
	}

	@Override
	public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
		Optional<String> id = check(test);
		if (id.isPresent()) {
			add(result(id.get(), result, elapsedMs(test)));
		}
		else if (this.outside == null) {
			this.outside = result.getThrowable().orElse(null);
		}
	}

	@Override
	public synchronized void executionSkipped(TestIdentifier test, String reason) {
		check(test).ifPresent((id) -> add(SeedCheck.errored(id, new IllegalStateException(reason), 0)));
	}

	/**
	 * Return the results, with an error for every check that was not reached.
	 * @param ids the ids of all checks
	 * @return one result for each
	 */
	synchronized List<SeedCheck> results(List<String> ids) {
		ids.stream()
			.filter((id) -> !this.results.containsKey(id))
			.forEach((id) -> add(SeedCheck.thrown(id, reason(), 0)));
		return List.copyOf(this.results.values());
	}

	private Throwable reason() {
		Throwable thrown = this.outside;
		return (thrown != null) ? thrown : new IllegalStateException("Time was up before the check began");
	}

	private void add(SeedCheck result) {
		this.results.put(result.id(), result);
		this.heard.accept(result);
	}

	private SeedCheck result(String id, TestExecutionResult result, long durationMs) {
		return switch (result.getStatus()) {
			case SUCCESSFUL -> SeedCheck.passed(id, durationMs);
			case ABORTED, FAILED -> SeedCheck.thrown(id, believed(result.getThrowable()), durationMs);
		};
	}

	private Throwable believed(Optional<Throwable> thrown) {
		Throwable cause = thrown.orElseGet(() -> new IllegalStateException("The check ended without a result"));
		return (cause instanceof LearnerFailure) ? this.pulse.fault().orElse(cause) : cause;
	}

	private long elapsedMs(TestIdentifier test) {
		long now = System.nanoTime();
		return (now - this.started.getOrDefault(test.getUniqueId(), now)) / 1_000_000;
	}

	private static Optional<String> check(TestIdentifier test) {
		return test.getSource()
			.filter(MethodSource.class::isInstance)
			.map(MethodSource.class::cast)
			.map(MethodSource::getJavaMethod)
			.map((Method method) -> method.getAnnotation(Check.class))
			.map(Check::value);
	}

}

package academy.coldstart.grading.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.grading.GradeReport.RuntimeUsed;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what really ran the handler.
 */
final class RuntimesUsed {

	private RuntimesUsed() {
	}

	/**
	 * Find the runtime of the handler: that of the first execution environment that asked
	 * for the handler's, or else the first of all.
	 * @param handler where the handler is, or null when the exercise has none
	 * @param traces the traces of all runs
	 * @return the runtime, or null when nothing ran
	 */
	static @Nullable RuntimeUsed find(@Nullable HandlerLocation handler, List<Trace> traces) {
		Stream<ExecutionEnvironment> environments = traces.stream().flatMap((trace) -> trace.environments().stream());
		return environments.filter((environment) -> environment.runtimeVersion() != null)
			.sorted(Comparator.comparing((environment) -> !isOf(handler, environment)))
			.map((environment) -> new RuntimeUsed(environment.runtime(),
					Objects.requireNonNull(environment.runtimeVersion())))
			.findFirst()
			.orElse(null);
	}

	private static boolean isOf(@Nullable HandlerLocation handler, ExecutionEnvironment environment) {
		return handler != null && handler.runtime().equals(environment.runtime());
	}

}

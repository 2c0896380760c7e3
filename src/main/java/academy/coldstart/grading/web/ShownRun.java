package academy.coldstart.grading.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the run that a page shows: the one that is asked for, else that of the first
 * check which failed, else the first.
 */
final class ShownRun {

	private ShownRun() {
	}

	static Optional<Trace> of(GradeReport report, List<Trace> runs, @Nullable Long asked) {
		Stream<Long> wanted = Stream.concat(Stream.ofNullable(asked),
				report.checks().stream().filter((check) -> check.outcome() == Outcome.FAILED).map(CheckResult::seed));
		return wanted.flatMap((seed) -> runs.stream().filter((trace) -> trace.seed() == seed))
			.findFirst()
			.or(() -> runs.stream().findFirst());
	}

}

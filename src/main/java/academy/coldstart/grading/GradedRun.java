package academy.coldstart.grading;

import java.util.List;

import academy.coldstart.trace.Trace;

/**
 * A finished grading with its evidence.
 *
 * @param report the report
 * @param traces one trace for each seed that ran
 */
public record GradedRun(GradeReport report, List<Trace> traces) {

	public GradedRun {
		traces = List.copyOf(traces);
	}

}

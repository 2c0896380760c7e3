package academy.coldstart.grading;

import java.util.List;

import academy.coldstart.endstate.EndState;
import academy.coldstart.trace.Trace;

/**
 * A finished grading with its evidence.
 *
 * @param report the report
 * @param traces one trace for each seed that ran
 * @param states what was left in each account, for those seeds of which it was read
 */
public record GradedRun(GradeReport report, List<Trace> traces, List<EndState> states) {

	public GradedRun {
		traces = List.copyOf(traces);
		states = List.copyOf(states);
	}

	/**
	 * Create a grading of which no state was read.
	 * @param report the report
	 * @param traces one trace for each seed that ran
	 */
	public GradedRun(GradeReport report, List<Trace> traces) {
		this(report, traces, List.of());
	}

}

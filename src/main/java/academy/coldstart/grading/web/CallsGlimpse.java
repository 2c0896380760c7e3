package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What a learner may see of a run of the reference before the exercise is passed: names
 * of operations, how often each was called, and the first that differs with whether it
 * succeeded. Error codes, phases, resources, times and bodies of the reference would give
 * the solution away, and nothing here can hold them.
 *
 * @param counts how often each operation was called, by the learner's code first
 * @param sentence the first call that differs, or that none does
 * @param anchor the id of the learner's call in the report, or null
 */
record CallsGlimpse(List<CallCount> counts, String sentence, @Nullable String anchor) {

	CallsGlimpse {
		counts = List.copyOf(counts);
	}

	/**
	 * Compare a run with that of the reference.
	 * @param own the learner's run
	 * @param reference the run of the reference
	 * @return what may be seen
	 */
	static CallsGlimpse of(Trace own, Trace reference) {
		FirstDifference first = FirstDifference.between(own, reference, CallsGlimpse::likeness);
		RecordedCall mine = first.before();
		return new CallsGlimpse(CallCount.of(own, reference, CallsGlimpse::name), sentence(mine, first.after()),
				(mine != null) ? mine.call().id() : null);
	}

	private static String sentence(@Nullable RecordedCall mine, @Nullable RecordedCall other) {
		if (mine != null) {
			return "The first call that differs is " + name(mine) + " at " + mine.row().at() + ", which " + ended(mine)
					+ "; " + ((other != null) ? "the reference has " + name(other) + " there, which " + ended(other)
							: "the reference has no call there")
					+ ".";
		}
		return (other != null)
				? "The first call that differs is missing: where the reference has " + name(other) + ", which "
						+ ended(other) + ", your run has no call."
				: "There is no difference in operations: both made the same calls, invocation by invocation, and the same ones succeeded.";
	}

	private static String likeness(RecordedCall call) {
		return name(call) + " " + ended(call);
	}

	private static String name(RecordedCall call) {
		String operation = TimelineRows.operation(call.call());
		return (call.call().phase() == Phase.ENGINE) ? operation + " by the Lambda service" : operation;
	}

	private static String ended(RecordedCall call) {
		return call.call().succeeded() ? "succeeded" : "did not succeed";
	}

}

package academy.coldstart.grading.web;

import java.util.List;
import java.util.Objects;

import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * How the AWS calls of two runs differ. Names and values differ in any two runs, so calls
 * are compared by what they do and how they end.
 *
 * @param counts how often each operation was called
 * @param same how many calls are the same before the first that differs
 * @param before the first call that differs, or null when there were no more
 * @param after its counterpart, or null when there were no more
 */
record CallsChange(List<CallCount> counts, int same, @Nullable Side before, @Nullable Side after) {

	private static final int BODY = 1500;

	CallsChange {
		counts = List.copyOf(counts);
	}

	/**
	 * Compare the calls of two runs.
	 * @param before the one
	 * @param after the other
	 * @return how they differ
	 */
	static CallsChange between(Trace before, Trace after) {
		FirstDifference first = FirstDifference.between(before, after, CallsChange::likeness);
		return new CallsChange(CallCount.of(before, after, (call) -> call.row().what()), first.same(),
				Side.of(first.before()), Side.of(first.after()));
	}

	/**
	 * Return whether both made the same calls.
	 * @return whether no call differs
	 */
	public boolean isSame() {
		return this.before == null && this.after == null;
	}

	private static String likeness(RecordedCall recorded) {
		AwsCall call = recorded.call();
		return recorded.row().what() + " " + call.outcome() + " " + call.status() + " " + call.errorCode();
	}

	/**
	 * A call that differs.
	 *
	 * @param what what it is, and when
	 * @param resource what it touches
	 * @param status how it ended
	 * @param body the beginning of its request, may be empty
	 * @param answer the beginning of its response, may be empty
	 */
	record Side(String what, String resource, String status, String body, String answer) {

		static @Nullable Side of(@Nullable RecordedCall recorded) {
			if (recorded == null) {
				return null;
			}
			TimelineRow row = recorded.row();
			return new Side(row.what() + " at " + row.at(), row.resource(),
					row.status() + (row.error().isEmpty() ? "" : ", " + row.error()), text(recorded.call().request()),
					text(recorded.call().response()));
		}

		private static String text(Body body) {
			String text = Objects.requireNonNullElse(body.text(), "");
			return VisibleText.of(text.substring(0, Math.min(text.length(), BODY)));
		}

	}

}

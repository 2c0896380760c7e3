package academy.coldstart.grading.web;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;

/**
 * How an attempt stands, in lists.
 *
 * @param id a name for style sheets
 * @param word the words for people
 */
record Standing(String id, String word) {

	static Standing of(GradingState state) {
		if (state.status() == GradingState.Status.CANCELLED) {
			return new Standing("cancelled", "Cancelled: it does not count");
		}
		GradeReport report = state.report();
		if (report == null) {
			return new Standing("under-way", "Being checked");
		}
		String points = ", " + report.score() + " of 100 points";
		return switch (report.outcome()) {
			case PASSED -> new Standing("passed", "Passed" + points);
			case FAILED -> new Standing("tried", "Not passed yet" + points);
			case NOT_GRADED -> new Standing("not-graded", "Not graded, our fault: it does not count");
		};
	}

}

package academy.coldstart.grading.web;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.trace.Trace;

/**
 * An attempt as something to be compared with the reference.
 */
sealed interface ComparableAttempt {

	/**
	 * It can be compared.
	 *
	 * @param report its report
	 * @param trace its run that is compared
	 * @param run that run in words
	 * @param key the run of the reference to compare it with
	 */
	record Possible(GradeReport report, Trace trace, String run, ReferenceKey key) implements ComparableAttempt {
	}

	/**
	 * It cannot be compared.
	 *
	 * @param reason why not, as sentences for the learner
	 */
	record Impossible(String reason) implements ComparableAttempt {
	}

}

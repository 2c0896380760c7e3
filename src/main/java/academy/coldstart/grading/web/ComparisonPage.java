package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.grading.web.Versions.Version;
import academy.coldstart.timeline.PairView;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows that compares two attempts, or an attempt and the draft.
 *
 * @param title the title of the exercise
 * @param exerciseHref the address of the exercise
 * @param attemptsHref the address of all attempts
 * @param swapHref the address with both in the other order
 * @param from the one
 * @param to the other
 * @param files the files that differ
 * @param same the names of files that do not
 * @param calls how the AWS calls differ, where both were run
 * @param pair both runs as figures, where both were run
 */
record ComparisonPage(String title, String exerciseHref, String attemptsHref, String swapHref, Version from, Version to,
		List<FileChange> files, List<String> same, @Nullable CallsChange calls, @Nullable PairView pair) {

	ComparisonPage {
		files = List.copyOf(files);
		same = List.copyOf(same);
	}

}

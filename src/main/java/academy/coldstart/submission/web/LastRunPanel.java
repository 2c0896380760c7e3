package academy.coldstart.submission.web;

import academy.coldstart.submission.LastRun;
import org.jspecify.annotations.Nullable;

/**
 * What the exercise page says of the last run.
 *
 * @param run its results
 * @param graded whether they are about the text that the page shows
 */
record LastRunPanel(LastRun run, boolean graded) {

	static @Nullable LastRunPanel of(@Nullable LastRun run, Contents contents) {
		if (run == null) {
			return null;
		}
		return switch (contents.origin()) {
			case DRAFT, LATEST, RESET -> new LastRunPanel(run, !run.earlier());
			case STARTER, COPY, NOT_EDITABLE, TYPED, REJECTED -> new LastRunPanel(run.withoutRemarks(), false);
		};
	}

}

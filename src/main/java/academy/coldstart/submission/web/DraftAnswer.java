package academy.coldstart.submission.web;

import java.time.ZoneId;
import java.util.List;

import academy.coldstart.submission.Draft;
import academy.coldstart.submission.web.HandInForm.TypedFile;
import academy.coldstart.ui.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What became of a save, for the script that asked.
 *
 * @param revision the revision of the draft, null when nothing was saved
 * @param savedAt when the draft was saved
 * @param files the files of the draft, where it is not what was sent and fits into text
 * boxes
 * @param graded whether the last results are about this draft, null when not known
 * @param message why nothing was saved
 */
record DraftAnswer(@Nullable Long revision, @Nullable Moment savedAt, List<TypedFile> files, @Nullable Boolean graded,
		@Nullable String message) {

	static DraftAnswer saved(Draft draft, @Nullable Boolean graded) {
		return new DraftAnswer(draft.revision(), Moment.of(draft.savedAt(), ZoneId.systemDefault()), List.of(), graded,
				null);
	}

	static DraftAnswer outdated(Draft newest) {
		return new DraftAnswer(newest.revision(), Moment.of(newest.savedAt(), ZoneId.systemDefault()),
				Contents.texts(newest.files()).orElse(List.of()), null, null);
	}

	static DraftAnswer refused(String message) {
		return new DraftAnswer(null, null, List.of(), null, message);
	}

}

package academy.coldstart.submission.web;

import java.time.ZoneId;

import academy.coldstart.submission.DraftCopy;
import academy.coldstart.ui.Moment;

/**
 * A kept copy in the list.
 *
 * @param href the address that opens it
 * @param at when it was kept
 * @param why why it was kept
 */
record CopyRow(String href, Moment at, String why) {

	static CopyRow of(DraftCopy copy, String exercisePage, ZoneId zone) {
		return new CopyRow(exercisePage + "&copy=" + copy.id(), Moment.of(copy.keptAt(), zone), why(copy.reason()));
	}

	private static String why(DraftCopy.Reason reason) {
		return switch (reason) {
			case OUTDATED -> "saved while another tab had saved something else";
			case REPLACED -> "gave way to something else";
			case RESET -> "before a reset";
			case REVIEW -> "before a review";
		};
	}

}

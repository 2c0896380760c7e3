package academy.coldstart.submission;

/**
 * What became of a save.
 */
public sealed interface SavedDraft {

	/**
	 * It is the draft now.
	 *
	 * @param draft the draft
	 */
	record Current(Draft draft) implements SavedDraft {
	}

	/**
	 * It was made from an older draft than the newest, so it is kept as a copy.
	 *
	 * @param newest the draft, which stays as it is
	 */
	record Outdated(Draft newest) implements SavedDraft {
	}

}

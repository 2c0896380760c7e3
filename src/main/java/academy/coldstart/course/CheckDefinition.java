package academy.coldstart.course;

import java.util.List;

/**
 * What a check of an exercise promises the learner.
 *
 * @param id the id within the exercise, such as {@code C1}
 * @param title what holds when it passes, as a sentence
 * @param points the points it is worth
 * @param gate whether the exercise can only be passed with it
 * @param visibility who sees it
 * @param hints three hints, from nudge to near-solution
 * @param review whether it says that the learner still knows the best practice: the
 * starter fails it
 */
public record CheckDefinition(String id, String title, int points, boolean gate, Visibility visibility,
		List<String> hints, boolean review) {

	public CheckDefinition {
		hints = List.copyOf(hints);
	}

	/**
	 * Create a check that no review is about.
	 * @param id the id within the exercise
	 * @param title what holds when it passes
	 * @param points the points it is worth
	 * @param gate whether the exercise can only be passed with it
	 * @param visibility who sees it
	 * @param hints three hints
	 */
	public CheckDefinition(String id, String title, int points, boolean gate, Visibility visibility,
			List<String> hints) {
		this(id, title, points, gate, visibility, hints, false);
	}

	/**
	 * Who sees a check before it ran.
	 */
	public enum Visibility {

		/** Everybody. */
		VISIBLE,

		/** Named, but without what it looks at. */
		HIDDEN

	}

}

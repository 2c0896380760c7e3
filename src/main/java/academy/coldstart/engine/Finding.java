package academy.coldstart.engine;

/**
 * What was found about one thing that Coldstart needs.
 *
 * @param subject what was looked for, such as {@code Python}
 * @param level whether that is good enough
 * @param found what was found, as a sentence
 * @param remedy how to get what is missing, or an empty text
 */
public record Finding(String subject, Level level, String found, String remedy) {

	/**
	 * Whether what was found is good enough.
	 */
	public enum Level {

		/** It is there. */
		GOOD,

		/** It works without it, but not as well. */
		WEAK,

		/** Grading does not work without it. */
		MISSING

	}

}

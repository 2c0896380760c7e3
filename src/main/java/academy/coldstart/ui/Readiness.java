package academy.coldstart.ui;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether work can be graded now, in words that every page shows.
 *
 * @param level how it stands
 * @param word the state in two to four words
 * @param summary one sentence for everybody
 * @param remedies what to do about it, one sentence each
 */
public record Readiness(Level level, String word, String summary, List<String> remedies) {

	public Readiness {
		remedies = List.copyOf(remedies);
	}

	public boolean isReady() {
		return this.level == Level.READY;
	}

	/**
	 * How grading stands.
	 */
	public enum Level {

		/** It takes work. */
		@JsonProperty("ready")
		READY,

		/** It will take work without anybody's help. */
		@JsonProperty("preparing")
		PREPARING,

		/** It needs somebody to change something on this machine. */
		@JsonProperty("unavailable")
		UNAVAILABLE,

		/** The application is being stopped. */
		@JsonProperty("stopping")
		STOPPING;

		/**
		 * Return the name that style sheets and scripts know it by.
		 * @return such as {@code ready}
		 */
		public String id() {
			return switch (this) {
				case READY -> "ready";
				case PREPARING -> "preparing";
				case UNAVAILABLE -> "unavailable";
				case STOPPING -> "stopping";
			};
		}

	}

}

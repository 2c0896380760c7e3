package academy.coldstart.endstate;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A table, queue or bucket whose content is not known.
 *
 * @param logicalId its name in the template
 * @param name its name in AWS
 * @param kind what it is
 * @param reason why its content is not known
 */
public record UnreadState(String logicalId, String name, Kind kind, Reason reason) implements ResourceState {

	/**
	 * What it is.
	 */
	public enum Kind {

		/** A DynamoDB table. */
		@JsonProperty("table")
		TABLE("table"),

		/** An SQS queue. */
		@JsonProperty("queue")
		QUEUE("queue"),

		/** An S3 bucket. */
		@JsonProperty("bucket")
		BUCKET("bucket");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		/**
		 * Return what it is called.
		 * @return in words
		 */
		@Override
		public String toString() {
			return this.words;
		}

	}

	/**
	 * Why a content is not known.
	 */
	public enum Reason {

		/** It was deployed, and did not exist any more. */
		@JsonProperty("gone")
		GONE,

		/** Reading took too long. */
		@JsonProperty("late")
		LATE,

		/** Reading failed. */
		@JsonProperty("failed")
		FAILED,

		/** The stack has more resources than are read. */
		@JsonProperty("left-out")
		LEFT_OUT

	}

}

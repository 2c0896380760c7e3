package academy.coldstart.submission;

import java.util.UUID;

/**
 * The id of a submission.
 *
 * @param value the id
 */
public record SubmissionId(UUID value) {

	public static SubmissionId create() {
		return new SubmissionId(UUID.randomUUID());
	}

	public static SubmissionId parse(String text) {
		return new SubmissionId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}

package academy.coldstart.submission;

import java.util.List;

/**
 * The answer to an accepted upload.
 *
 * @param submission what was stored
 * @param ignored the files that were left out
 * @param repeated whether the same form had sent the same files before
 */
public record Receipt(Submission submission, List<String> ignored, boolean repeated) {

	public Receipt {
		ignored = List.copyOf(ignored);
	}

}

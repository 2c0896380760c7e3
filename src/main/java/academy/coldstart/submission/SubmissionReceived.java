package academy.coldstart.submission;

/**
 * A submission was accepted and stored.
 *
 * @param submission its id
 */
public record SubmissionReceived(SubmissionId submission) {
}

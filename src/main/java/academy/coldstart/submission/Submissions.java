package academy.coldstart.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All submissions. What was accepted never changes and never disappears; what was
 * rejected is kept too, for a while.
 */
@Service
public class Submissions {

	private final Intake intake;

	private final SubmissionTable table;

	private final RejectionTable rejections;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	Submissions(Intake intake, SubmissionTable table, RejectionTable rejections, TransactionOperations transactions,
			ApplicationEventPublisher events) {
		this.intake = intake;
		this.table = table;
		this.rejections = rejections;
		this.transactions = transactions;
		this.events = events;
	}

	/**
	 * Accept an upload and announce it with {@link SubmissionReceived}, in one
	 * transaction. The same files from the same rendered form are accepted once, however
	 * often the button is pressed.
	 * @param exercise the exercise
	 * @param language the language id as the sender stated it
	 * @param form a random text that each rendered form carries
	 * @param upload what was handed in
	 * @return the stored submission
	 * @throws SubmissionRejected when the upload breaks a rule; it is kept nevertheless
	 */
	public Receipt accept(Exercise exercise, String language, UUID form, Upload upload) {
		try {
			Language known = this.intake.language(exercise, language);
			AcceptedFiles accepted = this.intake.read(exercise, known, upload);
			return store(exercise.slug(), known, form, accepted);
		}
		catch (SubmissionRejected ex) {
			this.transactions
				.executeWithoutResult((status) -> this.rejections.insert(exercise.slug(), language, ex, upload));
			throw ex;
		}
	}

	/**
	 * Find a submission.
	 * @param id its id
	 * @return the submission with its files
	 */
	public Optional<Submission> find(SubmissionId id) {
		return this.table.find(id);
	}

	/**
	 * Find the newest submission for an exercise, so that an editor can go on from it.
	 * @param exercise the exercise
	 * @param language the language
	 * @return the submission with its files
	 */
	public Optional<Submission> latest(Slug exercise, Language language) {
		return this.table.latest(exercise, language);
	}

	/**
	 * Count what was handed in for an exercise.
	 * @param exercise the exercise
	 * @return the number of submissions in all languages
	 */
	public int count(Slug exercise) {
		return this.table.count(exercise);
	}

	/**
	 * Say the how-manieth submission for its exercise this is.
	 * @param id its id
	 * @return counts from 1, in all languages; 0 when there is no such submission
	 */
	public int number(SubmissionId id) {
		return this.table.number(id);
	}

	/**
	 * Return the latest rejected uploads for an exercise, newest first.
	 * @param exercise the exercise
	 * @return at most 10
	 */
	public List<RejectedUpload> rejected(Slug exercise) {
		return this.rejections.latest(exercise);
	}

	/**
	 * Return what was kept of a rejected upload: its files as they were sent, or the
	 * archive.
	 * @param id its id
	 * @return the files by the names they were sent with
	 */
	public SourceFiles rejectedFiles(UUID id) {
		return this.rejections.files(id);
	}

	private Receipt store(Slug exercise, Language language, UUID form, AcceptedFiles accepted) {
		String hash = SubmissionHash.of(accepted.files());
		Optional<Submission> earlier = this.table.find(exercise, language, form, hash);
		if (earlier.isPresent()) {
			return new Receipt(earlier.get(), accepted.ignored(), true);
		}
		try {
			Submission submission = this.transactions.execute((status) -> {
				Submission stored = this.table.insert(exercise, language, form, hash, accepted.files());
				this.events.publishEvent(new SubmissionReceived(stored.id()));
				return stored;
			});
			return new Receipt(submission, accepted.ignored(), false);
		}
		catch (DuplicateKeyException ex) {
			return new Receipt(this.table.find(exercise, language, form, hash).orElseThrow(() -> ex),
					accepted.ignored(), true);
		}
	}

}

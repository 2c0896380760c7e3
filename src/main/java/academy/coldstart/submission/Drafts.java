package academy.coldstart.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.DraftCopy.Reason;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The work in progress: one draft for each exercise and language. Nothing is overwritten
 * that the writer did not know; what gives way is kept as a copy.
 */
@Service
public class Drafts {

	private final Intake intake;

	private final DraftTable table;

	private final DraftCopyTable copies;

	private final TransactionOperations transactions;

	Drafts(Intake intake, DraftTable table, DraftCopyTable copies, TransactionOperations transactions) {
		this.intake = intake;
		this.table = table;
		this.copies = copies;
		this.transactions = transactions;
	}

	/**
	 * Find a draft.
	 * @param exercise the exercise
	 * @param language the language
	 * @return the draft, or empty when nothing was saved yet
	 */
	public Optional<Draft> find(Slug exercise, Language language) {
		return this.table.find(new Workplace(exercise, language));
	}

	/**
	 * Save what was typed so far.
	 * @param exercise the exercise
	 * @param language the language
	 * @param basis what it was made from
	 * @param typed the texts
	 * @return the draft, or the newer draft that was left alone
	 * @throws SubmissionRejected when the texts break a limit
	 */
	public SavedDraft save(Exercise exercise, Language language, DraftBasis basis, Upload.Form typed) {
		SourceFiles files = this.intake.readUnfinished(typed);
		return save(new Workplace(exercise.slug(), language), basis, files, true);
	}

	/**
	 * Go back to the starter. The draft and what was typed are kept as copies.
	 * @param exercise the exercise
	 * @param language the language
	 * @param starter the starter
	 * @param typed what was typed
	 * @throws SubmissionRejected when the texts break a limit; nothing changes then
	 */
	public void reset(Exercise exercise, Language language, SourceFiles starter, Upload.Form typed) {
		SourceFiles files = this.intake.readUnfinished(typed);
		Workplace workplace = new Workplace(exercise.slug(), language);
		String hash = SubmissionHash.of(starter);
		this.transactions.executeWithoutResult((status) -> {
			Optional<Draft> draft = this.table.lock(workplace);
			draft.filter((found) -> !SubmissionHash.of(found.files()).equals(hash))
				.ifPresent((found) -> this.copies.keep(workplace, Reason.RESET, found.files()));
			if (!SubmissionHash.of(files).equals(hash)) {
				this.copies.keep(workplace, Reason.RESET, files);
			}
			draft.ifPresentOrElse((found) -> this.table.update(workplace, found.revision(), starter),
					() -> this.table.insert(workplace, starter));
		});
	}

	/**
	 * Begin anew from the starter, for a review. The draft is kept as a copy.
	 * @param exercise the exercise
	 * @param language the language
	 * @param starter the starter
	 * @return the revision of the draft, which is the starter now
	 */
	public long review(Exercise exercise, Language language, SourceFiles starter) {
		Workplace workplace = new Workplace(exercise.slug(), language);
		return atOnce(() -> {
			Optional<Draft> draft = this.table.lock(workplace);
			draft.filter((found) -> !SubmissionHash.of(found.files()).equals(SubmissionHash.of(starter)))
				.ifPresent((found) -> this.copies.keep(workplace, Reason.REVIEW, found.files()));
			return draft.map((found) -> this.table.update(workplace, found.revision(), starter))
				.orElseGet(() -> this.table.insert(workplace, starter))
				.revision();
		});
	}

	/**
	 * Go on from what was handed in. The draft is kept as a copy.
	 * @param submission the submission whose files become the draft
	 */
	public void take(Submission submission) {
		Workplace workplace = new Workplace(submission.exercise(), submission.language());
		atOnce(() -> this.table.lock(workplace)
			.map((draft) -> write(workplace, new DraftBasis(draft.revision(), true), draft, submission.files(), false))
			.orElseGet(() -> new SavedDraft.Current(this.table.insert(workplace, submission.files()))));
	}

	/**
	 * Note what a submission was made from, and make it the draft unless there is a newer
	 * one.
	 * @param submission the submission
	 * @param basis what it was made from
	 */
	public void handedIn(Submission submission, DraftBasis basis) {
		Workplace workplace = new Workplace(submission.exercise(), submission.language());
		long revision = switch (save(workplace, basis, submission.files(), false)) {
			case SavedDraft.Current current -> current.draft().revision();
			case SavedDraft.Outdated outdated -> basis.revision();
		};
		this.table.note(submission.id(), revision);
	}

	/**
	 * Say whether the draft has moved on since a submission was made from it.
	 * @param submission the submission
	 * @return whether there is other work now
	 */
	public boolean isNewerThan(SubmissionId submission) {
		return this.table.isNewerThan(submission);
	}

	/**
	 * Return the revision of the draft that a submission was made from.
	 * @param submission the submission
	 * @return the revision, or empty when a program sent it or it is not known
	 */
	public Optional<Long> revision(SubmissionId submission) {
		return this.table.revision(submission);
	}

	/**
	 * List what was kept, newest first.
	 * @param exercise the exercise
	 * @param language the language
	 * @return at most 20
	 */
	public List<DraftCopy> copies(Slug exercise, Language language) {
		return this.copies.list(new Workplace(exercise, language));
	}

	/**
	 * Return the files of a copy.
	 * @param exercise the exercise
	 * @param language the language
	 * @param copy the id of the copy
	 * @return its files, or empty when there is no such copy or no longer
	 */
	public Optional<SourceFiles> copy(Slug exercise, Language language, UUID copy) {
		return this.copies.find(new Workplace(exercise, language), copy);
	}

	private SavedDraft save(Workplace workplace, DraftBasis basis, SourceFiles files, boolean keepOutdated) {
		return atOnce(() -> write(workplace, basis, files, keepOutdated));
	}

	private <T> T atOnce(Supplier<T> work) {
		try {
			return this.transactions.execute((status) -> work.get());
		}
		catch (DuplicateKeyException ex) {
			// Two first saves at once: the other one is the draft.
			return this.transactions.execute((status) -> work.get());
		}
	}

	private SavedDraft write(Workplace workplace, DraftBasis basis, SourceFiles files, boolean keepOutdated) {
		Optional<Draft> draft = this.table.lock(workplace);
		if (draft.isEmpty()) {
			return new SavedDraft.Current(this.table.insert(workplace, files));
		}
		return write(workplace, basis, draft.get(), files, keepOutdated);
	}

	private SavedDraft write(Workplace workplace, DraftBasis basis, Draft draft, SourceFiles files,
			boolean keepOutdated) {
		if (SubmissionHash.of(draft.files()).equals(SubmissionHash.of(files))) {
			return new SavedDraft.Current(draft);
		}
		if (draft.revision() != basis.revision()) {
			if (keepOutdated) {
				this.copies.keep(workplace, Reason.OUTDATED, files);
			}
			return new SavedDraft.Outdated(draft);
		}
		if (basis.replacing()) {
			this.copies.keep(workplace, Reason.REPLACED, draft.files());
		}
		return new SavedDraft.Current(this.table.update(workplace, draft.revision(), files));
	}

}

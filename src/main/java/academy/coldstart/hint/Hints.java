package academy.coldstart.hint;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Slug;
import academy.coldstart.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Opens hints, one after the other, and records each once. One that cannot be recorded is
 * open all the same, and is recorded with the next.
 */
@Service
public class Hints {

	private static final Logger logger = LoggerFactory.getLogger(Hints.class);

	private final HintTable table;

	private final UnrecordedHints unrecorded;

	private final Clock clock;

	Hints(HintTable table, UnrecordedHints unrecorded, Clock clock) {
		this.table = table;
		this.unrecorded = unrecorded;
		this.clock = clock;
	}

	/**
	 * Open a hint. Opening it again changes nothing.
	 * @param submission the attempt in whose report it is opened
	 * @param check the id of the check
	 * @param step its place among the hints of the check, from 1
	 * @return whether it is open now; not when the one before it was not opened
	 */
	public boolean open(SubmissionId submission, String check, int step) {
		Optional<List<OpenedHint>> recorded = recorded(submission);
		int open = OpenedHints.of(recorded.orElse(List.of()), this.unrecorded.of(submission)).steps(check);
		// Where nobody can tell what was opened, the learner is believed.
		if (step > open + 1 && recorded.isPresent()) {
			return false;
		}
		if (step > open) {
			this.unrecorded
				.add(new OpenedHint(submission, check, step, this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
		}
		record();
		return true;
	}

	/**
	 * Return which hints are open in the report of an attempt.
	 * @param submission the attempt
	 * @return the open hints
	 */
	public OpenedHints opened(SubmissionId submission) {
		return OpenedHints.of(recorded(submission).orElse(List.of()), this.unrecorded.of(submission));
	}

	/**
	 * Count the hints of an exercise that were opened, each once in however many attempts
	 * that was.
	 * @param exercise the exercise
	 * @return the number of different hints
	 */
	public int count(Slug exercise) {
		return this.table.count(exercise);
	}

	private void record() {
		for (OpenedHint hint : this.unrecorded.all()) {
			try {
				this.table.insert(hint);
				this.unrecorded.remove(hint);
			}
			catch (DataIntegrityViolationException ex) {
				// It is recorded already, or its attempt was deleted.
				this.unrecorded.remove(hint);
			}
			catch (DataAccessException | TransactionException ex) {
				logger.error("An opened hint could not be recorded: submission={}", hint.submission(), ex);
				return;
			}
		}
	}

	private Optional<List<OpenedHint>> recorded(SubmissionId submission) {
		try {
			return Optional.of(this.table.of(submission));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("Opened hints could not be read: submission={}", submission, ex);
			return Optional.empty();
		}
	}

}

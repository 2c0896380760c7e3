package academy.coldstart.trial.web;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.WorkForm;
import academy.coldstart.trial.EventRejected;
import academy.coldstart.trial.OwnEvent;
import academy.coldstart.trial.OwnEvents;
import academy.coldstart.trial.Tries;
import academy.coldstart.trial.TryOrder;
import academy.coldstart.trial.TryOutcome;
import academy.coldstart.trial.TryPlace;
import academy.coldstart.ui.PageNotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Does what the buttons of the part where code is tried say.
 */
@Component
class TryActions {

	private static final Logger logger = LoggerFactory.getLogger(TryActions.class);

	private static final String NOT_SAVED = "The event could not be kept: the database of Coldstart cannot be written, "
			+ "perhaps because the disk is full.";

	private final Intake intake;

	private final Tries tries;

	private final OwnEvents own;

	private final OfferedEvents events;

	TryActions(Intake intake, Tries tries, OwnEvents own, OfferedEvents events) {
		this.intake = intake;
		this.tries = tries;
		this.own = own;
		this.events = events;
	}

	/**
	 * Do it.
	 * @param action the last part of the address
	 * @param form the form of the page
	 * @param fields the fields of the part
	 * @return what the part shows next
	 */
	TryAnswer perform(String action, WorkForm form, TryFields fields) {
		try {
			return switch (action) {
				case "run" -> run(form, fields);
				case "choose" -> choose(form, fields);
				case "fresh" -> startAfresh(form, fields);
				case "save" -> save(form, fields);
				case "rename" -> rename(form, fields);
				case "delete" -> delete(form, fields);
				default -> throw new PageNotFound("There is nothing to do at this address.");
			};
		}
		catch (EventRejected ex) {
			return TryAnswer.wrong(fields, String.valueOf(ex.getMessage()));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("Kept events could not be changed: exercise={}", form.exercise().slug(), ex);
			return new TryAnswer(fields, NOT_SAVED, null, HttpStatus.INSUFFICIENT_STORAGE);
		}
	}

	private TryAnswer run(WorkForm form, TryFields fields) {
		try {
			SourceFiles files = this.intake.read(form.exercise(), form.language(), form.upload()).files();
			TryOutcome outcome = this.tries
				.attempt(new TryOrder(form.exercise(), form.language(), files, fields.function(), fields.text()));
			return TryAnswer.with(fields, new Results(files).of(outcome), status(outcome));
		}
		catch (SubmissionRejected ex) {
			return TryAnswer.with(fields,
					ResultView.refused("The files were not taken.", String.valueOf(ex.getMessage())),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private static HttpStatus status(TryOutcome outcome) {
		return switch (outcome) {
			case TryOutcome.Invoked invoked -> HttpStatus.OK;
			case TryOutcome.NotDeployed refused -> HttpStatus.OK;
			case TryOutcome.NoFunction missing -> HttpStatus.OK;
			case TryOutcome.Busy busy -> HttpStatus.SERVICE_UNAVAILABLE;
			case TryOutcome.Faulted faulted -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	private TryAnswer choose(WorkForm form, TryFields fields) {
		return this.events.of(form.exercise())
			.stream()
			.filter((event) -> event.id().equals(fields.choice()))
			.findFirst()
			.map((event) -> new TryAnswer(fields.with(event)))
			.orElseGet(() -> TryAnswer.wrong(fields, "This event is not kept any more."));
	}

	private TryAnswer startAfresh(WorkForm form, TryFields fields) {
		this.tries.startAfresh(TryPlace.of(form.exercise(), form.language()));
		return new TryAnswer(fields);
	}

	private TryAnswer save(WorkForm form, TryFields fields) {
		OwnEvent kept = this.own.save(form.exercise().slug(), fields.name(), fields.function(), fields.text());
		return new TryAnswer(fields.withChoice(OfferedEvents.id(kept)));
	}

	private TryAnswer rename(WorkForm form, TryFields fields) {
		OfferedEvents.ownId(fields.choice())
			.ifPresent((id) -> this.own.rename(form.exercise().slug(), id, fields.name()));
		return new TryAnswer(fields.withChoice(fields.choice()));
	}

	private TryAnswer delete(WorkForm form, TryFields fields) {
		OfferedEvents.ownId(fields.choice()).ifPresent((id) -> this.own.delete(form.exercise().slug(), id));
		return new TryAnswer(fields.withChoice(""));
	}

}

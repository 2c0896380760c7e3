package academy.coldstart.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Slug;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The events that learners keep to try their code with, by exercise.
 */
@Service
public class OwnEvents {

	/** How many events of an exercise are kept. */
	static final int MOST = 20;

	/** The size of the largest event that is kept. */
	static final int MAX_KB = 64;

	/** The length of the longest name. */
	static final int NAME = 60;

	private final OwnEventTable table;

	private final TransactionOperations transactions;

	OwnEvents(OwnEventTable table, TransactionOperations transactions) {
		this.table = table;
		this.transactions = transactions;
	}

	/**
	 * List the events of an exercise.
	 * @param exercise the exercise
	 * @return the events by name
	 */
	public List<OwnEvent> list(Slug exercise) {
		return this.table.list(exercise);
	}

	/**
	 * Find an event.
	 * @param exercise the exercise
	 * @param id its id
	 * @return the event, or empty when it is not kept
	 */
	public Optional<OwnEvent> find(Slug exercise, UUID id) {
		return list(exercise).stream().filter((event) -> event.id().equals(id)).findFirst();
	}

	/**
	 * Keep an event, in place of the one with the same name if there is one.
	 * @param exercise the exercise
	 * @param name its name
	 * @param function the function that it is for, or an empty text
	 * @param text the event
	 * @return the kept event
	 * @throws EventRejected when it cannot be kept as it is
	 */
	public OwnEvent save(Slug exercise, String name, String function, String text) {
		OwnEvent event = new OwnEvent(UUID.randomUUID(), checkedName(name), checkedFunction(function),
				checkedText(text));
		try {
			return this.transactions.execute((status) -> write(exercise, event));
		}
		catch (DuplicateKeyException ex) {
			// Two tabs save the same name at once: the later one stays.
			return this.transactions.execute((status) -> write(exercise, event));
		}
	}

	/**
	 * Give an event another name.
	 * @param exercise the exercise
	 * @param id its id
	 * @param name its new name
	 * @throws EventRejected when it has that name already, or another one has
	 */
	public void rename(Slug exercise, UUID id, String name) {
		String checked = checkedName(name);
		try {
			this.table.rename(exercise, id, checked);
		}
		catch (DuplicateKeyException ex) {
			throw new EventRejected("Another event is named “" + checked + "”. Choose another name.");
		}
	}

	/**
	 * Forget an event.
	 * @param exercise the exercise
	 * @param id its id
	 */
	public void delete(Slug exercise, UUID id) {
		this.table.delete(exercise, id);
	}

	private OwnEvent write(Slug exercise, OwnEvent event) {
		List<OwnEvent> kept = this.table.list(exercise);
		Optional<OwnEvent> known = kept.stream().filter((one) -> one.name().equals(event.name())).findFirst();
		if (known.isPresent()) {
			OwnEvent changed = new OwnEvent(known.get().id(), event.name(), event.function(), event.event());
			this.table.update(exercise, changed);
			return changed;
		}
		if (kept.size() >= MOST) {
			throw new EventRejected(
					"%d events of this exercise are kept already, the most there may be. Delete one first."
						.formatted(MOST));
		}
		this.table.insert(exercise, event);
		return event;
	}

	private static String checkedName(String name) {
		String stripped = name.strip().replaceAll("\\s+", " ");
		if (stripped.isEmpty()) {
			throw new EventRejected("Give the event a name.");
		}
		if (stripped.length() > NAME) {
			throw new EventRejected(
					"The name has %d characters, and %d is the most.".formatted(stripped.length(), NAME));
		}
		return stripped;
	}

	private static String checkedFunction(String function) {
		return function.matches("[A-Za-z0-9]{0,255}") ? function : "";
	}

	private static String checkedText(String text) {
		int bytes = text.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MAX_KB * 1024) {
			throw new EventRejected(
					"The event has %,d KB, and events of at most %d KB are kept. It can be tried all the same."
						.formatted((bytes + 1023) / 1024, MAX_KB));
		}
		return text;
	}

}

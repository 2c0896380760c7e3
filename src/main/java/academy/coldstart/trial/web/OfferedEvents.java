package academy.coldstart.trial.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.PreparedEvent;
import academy.coldstart.trial.OwnEvent;
import academy.coldstart.trial.OwnEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The events that an exercise page offers: those of the exercise, and those that somebody
 * keeps.
 */
@Component
class OfferedEvents {

	private static final Logger logger = LoggerFactory.getLogger(OfferedEvents.class);

	private static final String OWN = "own:";

	private final Course course;

	private final OwnEvents own;

	OfferedEvents(Course course, OwnEvents own) {
		this.course = course;
		this.own = own;
	}

	List<OfferedEvent> of(Exercise exercise) {
		List<OfferedEvent> events = new ArrayList<>();
		this.course.events(exercise).forEach((event) -> events.add(offered(event)));
		kept(exercise).forEach((event) -> events.add(offered(event)));
		return List.copyOf(events);
	}

	/**
	 * Return the id of a kept event.
	 * @param choice what the form sent
	 * @return the id, or empty when it names no kept event
	 */
	static Optional<UUID> ownId(String choice) {
		try {
			return choice.startsWith(OWN) ? Optional.of(UUID.fromString(choice.substring(OWN.length())))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static String id(OwnEvent event) {
		return OWN + event.id();
	}

	// The page matters more than the events beside it.
	private List<OwnEvent> kept(Exercise exercise) {
		try {
			return this.own.list(exercise.slug());
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("Kept events could not be read: exercise={}", exercise.slug(), ex);
			return List.of();
		}
	}

	private static OfferedEvent offered(PreparedEvent event) {
		return new OfferedEvent(event.name(), event.title(), Objects.requireNonNullElse(event.function(), ""),
				event.json(), false);
	}

	private static OfferedEvent offered(OwnEvent event) {
		return new OfferedEvent(id(event), event.name(), event.function(), event.event(), true);
	}

}

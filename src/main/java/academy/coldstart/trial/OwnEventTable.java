package academy.coldstart.trial;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.coldstart.course.Slug;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The table of the events that learners keep.
 */
@Repository
class OwnEventTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	OwnEventTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<OwnEvent> list(Slug exercise) {
		return at(exercise, "select id, name, target, event from own_event where exercise = :exercise order by name")
			.query((row, index) -> new OwnEvent(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("target"), row.getString("event")))
			.list();
	}

	void insert(Slug exercise, OwnEvent event) {
		with(exercise, event, """
				insert into own_event (id, exercise, name, target, event, saved_at)
				values (:id, :exercise, :name, :target, :event, :now)""").update();
	}

	void update(Slug exercise, OwnEvent event) {
		with(exercise, event, """
				update own_event set name = :name, target = :target, event = :event, saved_at = :now
				where exercise = :exercise and id = :id""").update();
	}

	void rename(Slug exercise, UUID id, String name) {
		at(exercise, "update own_event set name = :name where exercise = :exercise and id = :id").param("id", id)
			.param("name", name)
			.update();
	}

	void delete(Slug exercise, UUID id) {
		at(exercise, "delete from own_event where exercise = :exercise and id = :id").param("id", id).update();
	}

	private StatementSpec with(Slug exercise, OwnEvent event, String sql) {
		return at(exercise, sql).param("id", event.id())
			.param("name", event.name())
			.param("target", event.function())
			.param("event", event.event())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC));
	}

	private StatementSpec at(Slug exercise, String sql) {
		return this.jdbc.sql(sql).param("exercise", exercise.value());
	}

}

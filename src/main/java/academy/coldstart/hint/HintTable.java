package academy.coldstart.hint;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import academy.coldstart.course.Slug;
import academy.coldstart.submission.SubmissionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of opened hints.
 */
@Repository
class HintTable {

	private final JdbcClient jdbc;

	HintTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(OpenedHint hint) {
		this.jdbc.sql("""
				insert into opened_hint (submission, check_id, step, opened_at)
				values (:submission, :check, :step, :now)""")
			.param("submission", hint.submission().value())
			.param("check", hint.check())
			.param("step", hint.step())
			.param("now", hint.openedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	List<OpenedHint> of(SubmissionId submission) {
		return this.jdbc.sql("select check_id, step, opened_at from opened_hint where submission = :submission")
			.param("submission", submission.value())
			.query((row, index) -> new OpenedHint(submission, row.getString("check_id"), row.getInt("step"),
					row.getObject("opened_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	// The same hint in two attempts is one hint.
	int count(Slug exercise) {
		return this.jdbc.sql("""
				select count(*) from (select distinct h.check_id, h.step from opened_hint h
				join submission s on s.id = h.submission where s.exercise = :exercise) hints""")
			.param("exercise", exercise.value())
			.query(Integer.class)
			.single();
	}

}

package academy.coldstart.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.submission.SubmissionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The tables of reviews: begun, decided by an attempt or an answer, and put off.
 */
@Repository
class ReviewTable {

	private final JdbcClient jdbc;

	ReviewTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<BegunReview> begun(Slug exercise) {
		return at(exercise,
				"select language, check_id, draft_revision, begun_at from begun_review where exercise = :exercise")
			.query((row, index) -> new BegunReview(exercise, Language.find(row.getString("language")).orElseThrow(),
					row.getString("check_id"), row.getLong("draft_revision"),
					row.getObject("begun_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	void begin(BegunReview review) {
		at(review.exercise(), """
				insert into begun_review (exercise, language, check_id, draft_revision, begun_at)
				values (:exercise, :language, :check, :revision, :begun)""").param("language", review.language().id())
			.param("check", review.check())
			.param("revision", review.revision())
			.param("begun", review.begunAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	void end(Slug exercise) {
		at(exercise, "delete from begun_review where exercise = :exercise").update();
	}

	List<DecidedReview> decided(Slug exercise) {
		return at(exercise, """
				select submission, check_id, passed, decided_at from decided_review
				where exercise = :exercise order by decided_at""")
			.query((row, index) -> new DecidedReview(new SubmissionId(row.getObject("submission", UUID.class)),
					exercise, row.getString("check_id"), row.getBoolean("passed"),
					row.getObject("decided_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	void decide(DecidedReview review) {
		at(review.exercise(), """
				insert into decided_review (submission, exercise, check_id, passed, decided_at)
				values (:submission, :exercise, :check, :passed, :decided)""")
			.param("submission", review.submission().value())
			.param("check", review.check())
			.param("passed", review.passed())
			.param("decided", review.decidedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	List<AnsweredReview> answered(Slug exercise) {
		return at(exercise, """
				select nth, question, passed, answered_at from answered_review
				where exercise = :exercise order by nth""")
			.query((row, index) -> new AnsweredReview(exercise, row.getInt("nth"), row.getString("question"),
					row.getBoolean("passed"), row.getObject("answered_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	void answer(AnsweredReview review) {
		at(review.exercise(), """
				insert into answered_review (exercise, nth, question, passed, answered_at)
				values (:exercise, :nth, :question, :passed, :answered)""").param("nth", review.nth())
			.param("question", review.question())
			.param("passed", review.passed())
			.param("answered", review.answeredAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<LocalDate> postponed(Slug exercise) {
		return at(exercise, "select until_day from postponed_review where exercise = :exercise")
			.query((row, index) -> row.getObject("until_day", LocalDate.class))
			.optional();
	}

	void postpone(Slug exercise, LocalDate until) {
		int changed = at(exercise, "update postponed_review set until_day = :until where exercise = :exercise")
			.param("until", until)
			.update();
		if (changed == 0) {
			at(exercise, "insert into postponed_review (exercise, until_day) values (:exercise, :until)")
				.param("until", until)
				.update();
		}
	}

	private StatementSpec at(Slug exercise, String sql) {
		return this.jdbc.sql(sql).param("exercise", exercise.value());
	}

}

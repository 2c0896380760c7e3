package academy.coldstart.grading.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Slug;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What became of everything that was handed in. The reports, which are long, are not
 * read.
 */
@Repository
class StoredAttempts implements LearnerProgress {

	private final JdbcClient jdbc;

	StoredAttempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Attempt> attempts(Slug exercise) {
		return this.jdbc.sql("""
				select s.id, s.language, s.received_at, g.outcome, g.score
				from grading g join submission s on s.id = g.submission
				where s.exercise = :exercise order by s.number desc""")
			.param("exercise", exercise.value())
			.query(StoredAttempts::attempt)
			.list();
	}

	private static Attempt attempt(ResultSet row, int index) throws SQLException {
		Standing standing = standing(row.getString("outcome"));
		boolean hasVerdict = standing == Standing.PASSED || standing == Standing.NOT_PASSED;
		return new Attempt(row.getString("id"), row.getString("language"),
				row.getObject("received_at", OffsetDateTime.class).toInstant(), standing,
				hasVerdict ? Integer.valueOf(row.getInt("score")) : null);
	}

	private static Standing standing(@Nullable String outcome) {
		return switch (outcome) {
			case null -> Standing.UNDER_WAY;
			case "PASSED" -> Standing.PASSED;
			case "FAILED" -> Standing.NOT_PASSED;
			case "CANCELLED" -> Standing.CANCELLED;
			default -> Standing.NOT_GRADED;
		};
	}

}

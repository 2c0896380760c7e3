package academy.coldstart.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import academy.coldstart.course.LearnerRecords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is kept of the learner's reviews.
 */
@Component
@Order(40)
class ReviewRecords implements LearnerRecords {

	private final JdbcClient jdbc;

	private final JsonMapper mapper;

	ReviewRecords(JdbcClient jdbc, JsonMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	@Override
	public void export(BiConsumer<String, byte[]> file) {
		List<Row> rows = new ArrayList<>();
		rows.addAll(this.jdbc.sql("select * from decided_review order by decided_at")
			.query((row, index) -> new Row(row.getString("exercise"), row.getBoolean("passed") ? "passed" : "failed",
					row.getString("check_id"), null, row.getString("submission"), time(row, "decided_at")))
			.list());
		rows.addAll(this.jdbc.sql("select * from answered_review order by answered_at")
			.query((row, index) -> new Row(row.getString("exercise"),
					row.getBoolean("passed") ? "answered right" : "answered wrong", null, row.getString("question"),
					null, time(row, "answered_at")))
			.list());
		rows.addAll(this.jdbc.sql("select * from begun_review order by begun_at")
			.query((row, index) -> new Row(row.getString("exercise"), "begun", row.getString("check_id"), null, null,
					time(row, "begun_at")))
			.list());
		rows.addAll(this.jdbc.sql("select * from postponed_review order by until_day")
			.query((row, index) -> new Row(row.getString("exercise"), "put off", null, null, null,
					row.getString("until_day")))
			.list());
		if (!rows.isEmpty()) {
			file.accept("reviews.json",
					this.mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(rows));
		}
	}

	@Override
	public Optional<String> obstacle() {
		return Optional.empty();
	}

	@Override
	public void delete() {
		List.of("decided_review", "answered_review", "begun_review", "postponed_review")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
	}

	private static String time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant().toString();
	}

	/**
	 * Something about a review, for the learner.
	 *
	 * @param exercise the name of the exercise
	 * @param what {@code passed}, {@code failed}, {@code answered right},
	 * {@code answered wrong}, {@code begun} or {@code put off}
	 * @param check the id of the check that counts
	 * @param question the id of the question that was asked
	 * @param attempt the id of the attempt that decided
	 * @param when the time in UTC, or the day to which it was put off
	 */
	private record Row(String exercise, String what, @Nullable String check, @Nullable String question,
			@Nullable String attempt, String when) {
	}

}

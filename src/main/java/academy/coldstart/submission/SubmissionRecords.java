package academy.coldstart.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import academy.coldstart.course.LearnerRecords;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that the learner typed or sent.
 */
@Component
@Order(100)
class SubmissionRecords implements LearnerRecords {

	private final JdbcClient jdbc;

	SubmissionRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void export(BiConsumer<String, byte[]> file) {
		each(file, "select s.*, f.path as name, f.content from submission s"
				+ " join submission_file f on f.submission = s.id order by s.number", SubmissionFolder::of);
		each(file,
				"select d.*, f.path as name, f.content from draft d"
						+ " join draft_file f on f.exercise = d.exercise and f.language = d.language",
				(row) -> "drafts/" + workplace(row) + "/");
		each(file,
				"select c.*, f.path as name, f.content from draft_copy c"
						+ " join draft_copy_file f on f.copy = c.id order by c.number",
				(row) -> "kept-copies/" + workplace(row) + "/" + time(row, "kept_at") + "/");
		// Their own names broke a rule, perhaps, and could lead out of the folder.
		each(file,
				"select r.*, f.position || '.bin' as name, f.content from rejected_upload r"
						+ " join rejected_file f on f.rejection = r.id order by r.number, f.position",
				(row) -> "not-accepted/" + row.getString("exercise") + "/" + time(row, "received_at") + "/");
	}

	@Override
	public Optional<String> obstacle() {
		return Optional.empty();
	}

	@Override
	public void delete() {
		List.of("submission_file", "submission", "rejected_file", "rejected_upload", "draft_file", "draft",
				"draft_copy_file", "draft_copy")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
	}

	private void each(BiConsumer<String, byte[]> file, String sql, Folder folder) {
		RowCallbackHandler handOut = (row) -> file.accept(folder.of(row) + row.getString("name"),
				row.getBytes("content"));
		this.jdbc.sql(sql).query(handOut);
	}

	private static String workplace(ResultSet row) throws SQLException {
		return row.getString("exercise") + "-" + row.getString("language");
	}

	private static String time(ResultSet row, String column) throws SQLException {
		return SubmissionFolder.time(row.getObject(column, OffsetDateTime.class).toInstant());
	}

	/**
	 * Names the folder of a row.
	 */
	private interface Folder {

		String of(ResultSet row) throws SQLException;

	}

}

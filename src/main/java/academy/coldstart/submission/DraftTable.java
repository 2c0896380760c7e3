package academy.coldstart.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import academy.coldstart.course.SourceFiles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The tables of drafts and their files.
 */
@Repository
class DraftTable {

	private static final String SELECT = "select revision, saved_at from draft where exercise = :exercise and language = :language";

	private final JdbcClient jdbc;

	private final Clock clock;

	DraftTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Draft> find(Workplace workplace) {
		return read(workplace, SELECT);
	}

	// Nobody else changes it until the transaction ends.
	Optional<Draft> lock(Workplace workplace) {
		return read(workplace, SELECT + " for update");
	}

	Draft insert(Workplace workplace, SourceFiles files) {
		Instant now = now();
		at(workplace, """
				insert into draft (exercise, language, revision, hash, saved_at)
				values (:exercise, :language, 1, :hash, :now)""").param("hash", SubmissionHash.of(files))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		insertFiles(workplace, files);
		return new Draft(1, files, now);
	}

	Draft update(Workplace workplace, long revision, SourceFiles files) {
		Instant now = now();
		at(workplace, """
				update draft set revision = :revision, hash = :hash, saved_at = :now
				where exercise = :exercise and language = :language""").param("revision", revision + 1)
			.param("hash", SubmissionHash.of(files))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		at(workplace, "delete from draft_file where exercise = :exercise and language = :language").update();
		insertFiles(workplace, files);
		return new Draft(revision + 1, files, now);
	}

	void note(SubmissionId submission, long revision) {
		this.jdbc.sql("update submission set draft_revision = :revision where id = :id")
			.param("revision", revision)
			.param("id", submission.value())
			.update();
	}

	Optional<Long> revision(SubmissionId submission) {
		return this.jdbc.sql("select draft_revision from submission where id = :id and draft_revision is not null")
			.param("id", submission.value())
			.query(Long.class)
			.optional();
	}

	// A draft that was changed and changed back is the same work.
	boolean isNewerThan(SubmissionId submission) {
		return this.jdbc.sql("""
				select count(*) from submission
				join draft on draft.exercise = submission.exercise and draft.language = submission.language
				where submission.id = :id and draft.revision > submission.draft_revision
				and draft.hash <> submission.hash""").param("id", submission.value()).query(Integer.class).single() > 0;
	}

	private Optional<Draft> read(Workplace workplace, String select) {
		return at(workplace, select).query(DraftTable::head)
			.optional()
			.map((head) -> new Draft(head.revision(), files(workplace), head.savedAt()));
	}

	private SourceFiles files(Workplace workplace) {
		return StoredFiles.read(at(workplace,
				"select path as name, content from draft_file where exercise = :exercise and language = :language"));
	}

	private void insertFiles(Workplace workplace, SourceFiles files) {
		files.contents()
			.forEach((path, content) -> at(workplace, """
					insert into draft_file (exercise, language, path, content)
					values (:exercise, :language, :path, :content)""").param("path", path)
				.param("content", content)
				.update());
	}

	private StatementSpec at(Workplace workplace, String sql) {
		return this.jdbc.sql(sql)
			.param("exercise", workplace.exercise().value())
			.param("language", workplace.language().id());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static Head head(ResultSet row, int index) throws SQLException {
		return new Head(row.getLong("revision"), row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * A draft without its files.
	 */
	private record Head(long revision, Instant savedAt) {
	}

}

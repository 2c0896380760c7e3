package academy.coldstart.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of submissions and their files.
 */
@Repository
class SubmissionTable {

	private static final String SELECT = "select id, exercise, language, hash, received_at from submission ";

	private final JdbcClient jdbc;

	private final Clock clock;

	SubmissionTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Submission insert(Slug exercise, Language language, UUID form, String hash, SourceFiles files) {
		SubmissionId id = SubmissionId.create();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.jdbc.sql("""
				insert into submission (id, exercise, language, form, hash, received_at)
				values (:id, :exercise, :language, :form, :hash, :now)""")
			.param("id", id.value())
			.param("exercise", exercise.value())
			.param("language", language.id())
			.param("form", form)
			.param("hash", hash)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		files.contents().forEach((path, content) -> insertFile(id, path, content));
		return new Submission(id, exercise, language, files, hash, now);
	}

	Optional<Submission> find(SubmissionId id) {
		return this.jdbc.sql(SELECT + "where id = :id")
			.param("id", id.value())
			.query(SubmissionTable::head)
			.optional()
			.map(this::submission);
	}

	Optional<Submission> find(Slug exercise, Language language, UUID form, String hash) {
		return this.jdbc
			.sql(SELECT + "where form = :form and exercise = :exercise and language = :language and hash = :hash")
			.param("exercise", exercise.value())
			.param("language", language.id())
			.param("form", form)
			.param("hash", hash)
			.query(SubmissionTable::head)
			.optional()
			.map(this::submission);
	}

	Optional<Submission> latest(Slug exercise, Language language) {
		return this.jdbc
			.sql(SELECT + "where exercise = :exercise and language = :language order by number desc limit 1")
			.param("exercise", exercise.value())
			.param("language", language.id())
			.query(SubmissionTable::head)
			.optional()
			.map(this::submission);
	}

	int count(Slug exercise) {
		return this.jdbc.sql("select count(*) from submission where exercise = :exercise")
			.param("exercise", exercise.value())
			.query(Integer.class)
			.single();
	}

	int number(SubmissionId id) {
		return this.jdbc.sql("""
				select count(*) from submission earlier
				join submission asked on asked.exercise = earlier.exercise and earlier.number <= asked.number
				where asked.id = :id""").param("id", id.value()).query(Integer.class).single();
	}

	private void insertFile(SubmissionId id, String path, byte[] content) {
		this.jdbc.sql("insert into submission_file (submission, path, content) values (:id, :path, :content)")
			.param("id", id.value())
			.param("path", path)
			.param("content", content)
			.update();
	}

	private static Head head(ResultSet row, int index) throws SQLException {
		return new Head(new SubmissionId(row.getObject("id", UUID.class)), new Slug(row.getString("exercise")),
				Language.find(row.getString("language")).orElseThrow(), row.getString("hash"),
				row.getObject("received_at", OffsetDateTime.class).toInstant());
	}

	// After the row is read: within, a second connection would be needed beside the
	// first.
	private Submission submission(Head head) {
		return new Submission(head.id(), head.exercise(), head.language(), files(head.id()), head.hash(),
				head.receivedAt());
	}

	private SourceFiles files(SubmissionId id) {
		return StoredFiles
			.read(this.jdbc.sql("select path as name, content from submission_file where submission = :id")
				.param("id", id.value()));
	}

	/**
	 * A submission without its files.
	 */
	private record Head(SubmissionId id, Slug exercise, Language language, String hash, Instant receivedAt) {
	}

}

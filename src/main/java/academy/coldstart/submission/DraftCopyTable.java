package academy.coldstart.submission;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.DraftCopy.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The tables of copies of drafts. The newest of each exercise and language stay, and each
 * text once.
 */
@Repository
class DraftCopyTable {

	private static final int KEPT = 20;

	private final JdbcClient jdbc;

	private final Clock clock;

	DraftCopyTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void keep(Workplace workplace, Reason reason, SourceFiles files) {
		String hash = SubmissionHash.of(files);
		at(workplace, "delete from draft_copy where exercise = :exercise and language = :language and hash = :hash")
			.param("hash", hash)
			.update();
		UUID id = UUID.randomUUID();
		at(workplace, """
				insert into draft_copy (id, exercise, language, reason, hash, kept_at)
				values (:id, :exercise, :language, :reason, :hash, :now)""").param("id", id)
			.param("reason", reason.name().toLowerCase(Locale.ROOT))
			.param("hash", hash)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		files.contents().forEach((path, content) -> insertFile(id, path, content));
		removeOld(workplace);
	}

	List<DraftCopy> list(Workplace workplace) {
		return at(workplace, """
				select id, reason, kept_at from draft_copy
				where exercise = :exercise and language = :language order by number desc""")
			.query((row, index) -> new DraftCopy(row.getObject("id", UUID.class),
					Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
					row.getObject("kept_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	Optional<SourceFiles> find(Workplace workplace, UUID copy) {
		return Optional.of(StoredFiles.read(at(workplace, """
				select draft_copy_file.path as name, draft_copy_file.content as content from draft_copy_file
				join draft_copy on draft_copy.id = draft_copy_file.copy
				where draft_copy.id = :copy and exercise = :exercise and language = :language""").param("copy", copy)))
			.filter((files) -> !files.contents().isEmpty());
	}

	private void insertFile(UUID copy, String path, byte[] content) {
		this.jdbc.sql("insert into draft_copy_file (copy, path, content) values (:copy, :path, :content)")
			.param("copy", copy)
			.param("path", path)
			.param("content", content)
			.update();
	}

	private void removeOld(Workplace workplace) {
		at(workplace, """
				delete from draft_copy where exercise = :exercise and language = :language and number not in
				(select number from draft_copy where exercise = :exercise and language = :language
				order by number desc limit :kept)""").param("kept", KEPT).update();
	}

	private StatementSpec at(Workplace workplace, String sql) {
		return this.jdbc.sql(sql)
			.param("exercise", workplace.exercise().value())
			.param("language", workplace.language().id());
	}

}

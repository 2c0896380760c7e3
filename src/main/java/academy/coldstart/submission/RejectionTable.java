package academy.coldstart.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of rejected uploads. The newest are kept, each up to the size that a
 * submission may have.
 */
@Repository
class RejectionTable {

	private static final int KEPT = 50;

	private static final int LISTED = 10;

	private static final int NAME_CHARACTERS = 300;

	private final JdbcClient jdbc;

	private final Clock clock;

	RejectionTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(Slug exercise, String language, SubmissionRejected reason, Upload upload) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into rejected_upload (id, exercise, language, rule, message, received_at)
				values (:id, :exercise, :language, :rule, :message, :now)""")
			.param("id", id)
			.param("exercise", exercise.value())
			.param("language", cut(language, 40))
			.param("rule", reason.rule())
			.param("message", cut(String.valueOf(reason.getMessage()), 2000))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		insertFiles(id, upload);
		removeOld();
	}

	List<RejectedUpload> latest(Slug exercise) {
		return this.jdbc.sql("""
				select id, language, rule, message, received_at from rejected_upload
				where exercise = :exercise order by number desc limit :limit""")
			.param("exercise", exercise.value())
			.param("limit", LISTED)
			.query((row, index) -> new RejectedUpload(row.getObject("id", UUID.class), exercise,
					row.getString("language"), row.getString("rule"), row.getString("message"),
					row.getObject("received_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	SourceFiles files(UUID id) {
		return StoredFiles
			.read(this.jdbc.sql("select name, content from rejected_file where rejection = :id order by position")
				.param("id", id));
	}

	private void insertFiles(UUID id, Upload upload) {
		int room = Limits.TOTAL_BYTES;
		int position = 0;
		for (Item item : raw(upload)) {
			byte[] content = read(item, room);
			if (content.length > room || position >= Limits.FILES) {
				return;
			}
			insertFile(id, position, item.path(), content);
			room -= content.length;
			position++;
		}
	}

	private void insertFile(UUID id, int position, String name, byte[] content) {
		this.jdbc.sql("""
				insert into rejected_file (rejection, position, name, content)
				values (:id, :position, :name, :content)""")
			.param("id", id)
			.param("position", position)
			.param("name", cut(name, NAME_CHARACTERS))
			.param("content", content)
			.update();
	}

	private void removeOld() {
		this.jdbc.sql("""
				delete from rejected_upload where number not in
				(select number from rejected_upload order by number desc limit :kept)""").param("kept", KEPT).update();
	}

	private static List<Item> raw(Upload upload) {
		return switch (upload) {
			case Upload.Form form -> form.texts()
				.entrySet()
				.stream()
				.map((field) -> item(field.getKey(),
						() -> new ByteArrayInputStream(field.getValue().getBytes(StandardCharsets.UTF_8))))
				.toList();
			case Upload.Files files ->
				files.parts().stream().map((part) -> item(part.path(), part.content()::getInputStream)).toList();
			case Upload.Zip zip -> List.of(item("upload.zip", zip.content()::getInputStream));
			case Upload.Folder folder -> List.of();
		};
	}

	private static Item item(String name, Item.Content content) {
		return new Item(name, Item.Kind.FILE, content);
	}

	private static byte[] read(Item item, int room) {
		try (InputStream in = item.content().open()) {
			return in.readNBytes(room + 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

}

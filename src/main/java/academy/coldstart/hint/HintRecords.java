package academy.coldstart.hint;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import academy.coldstart.course.LearnerRecords;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The hints that the learner opened.
 */
@Component
@Order(40)
class HintRecords implements LearnerRecords {

	private final JdbcClient jdbc;

	private final UnrecordedHints unrecorded;

	private final JsonMapper mapper;

	HintRecords(JdbcClient jdbc, UnrecordedHints unrecorded, JsonMapper mapper) {
		this.jdbc = jdbc;
		this.unrecorded = unrecorded;
		this.mapper = mapper;
	}

	@Override
	public void export(BiConsumer<String, byte[]> file) {
		List<Row> rows = this.jdbc.sql("""
				select s.exercise, s.language, s.id, h.check_id, h.step, h.opened_at from opened_hint h
				join submission s on s.id = h.submission order by h.opened_at, h.check_id, h.step""")
			.query((row, index) -> new Row(row.getString("exercise"), row.getString("language"), row.getString("id"),
					row.getString("check_id"), row.getInt("step"),
					row.getObject("opened_at", OffsetDateTime.class).toInstant().toString()))
			.list();
		if (!rows.isEmpty()) {
			file.accept("hints.json",
					this.mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(rows));
		}
	}

	@Override
	public Optional<String> obstacle() {
		return Optional.empty();
	}

	@Override
	public void delete() {
		this.unrecorded.clear();
		this.jdbc.sql("delete from opened_hint").update();
	}

	/**
	 * An opened hint for the learner.
	 *
	 * @param exercise the name of the exercise
	 * @param language the language id of the attempt
	 * @param attempt the id of the attempt
	 * @param check the id of the check
	 * @param hint its place among the hints of the check, from 1
	 * @param openedAt when it was opened, in UTC
	 */
	private record Row(String exercise, String language, String attempt, String check, int hint, String openedAt) {
	}

}

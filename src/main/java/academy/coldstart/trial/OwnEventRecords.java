package academy.coldstart.trial;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import academy.coldstart.course.LearnerRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events that the learner keeps.
 */
@Component
class OwnEventRecords implements LearnerRecords {

	private final JdbcClient jdbc;

	OwnEventRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void export(BiConsumer<String, byte[]> file) {
		this.jdbc.sql("select exercise, name, event from own_event order by exercise, name")
			.query((row, index) -> Map.entry(path(row.getString("exercise"), row.getString("name")),
					row.getString("event")))
			.list()
			.forEach((kept) -> file.accept(kept.getKey(), kept.getValue().getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public Optional<String> obstacle() {
		return Optional.empty();
	}

	@Override
	public void delete() {
		this.jdbc.sql("delete from own_event").update();
	}

	// A name is free text, and a path must lead nowhere else on any system.
	private static String path(String exercise, String name) {
		return "events/" + exercise + "/" + name.replaceAll("[^\\p{L}\\p{N} _-]", "-").strip() + ".json";
	}

}

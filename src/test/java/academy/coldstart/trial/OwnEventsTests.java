package academy.coldstart.trial;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.coldstart.course.Slug;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@SpringBootTest(classes = OwnEventsTests.StoredEvents.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:own-events", "db-scheduler.enabled=false" })
class OwnEventsTests {

	private static final Slug EXERCISE = new Slug("charge-once");

	@Autowired
	private OwnEvents events;

	@Autowired
	private OwnEventRecords records;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from own_event").update();
	}

	@Test
	void keepsEventsByNameForEachExercise() {
		this.events.save(EXERCISE, "twice", "", "{\"n\": 2}");
		this.events.save(EXERCISE, " a  blank ", "IntakeFunction", "{ \"ü\": 1 }");
		this.events.save(new Slug("other"), "twice", "", "{}");
		assertThat(this.events.list(EXERCISE)).extracting(OwnEvent::name, OwnEvent::function, OwnEvent::event)
			.containsExactly(tuple("a blank", "IntakeFunction", "{ \"ü\": 1 }"), tuple("twice", "", "{\"n\": 2}"));
	}

	@Test
	void replacesTheEventOfTheSameName() {
		OwnEvent first = this.events.save(EXERCISE, "twice", "", "{}");
		OwnEvent second = this.events.save(EXERCISE, "twice", "", "[]");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.events.find(EXERCISE, first.id())).hasValue(second);
	}

	@Test
	void renamesAndDeletes() {
		OwnEvent event = this.events.save(EXERCISE, "twice", "", "{}");
		this.events.save(EXERCISE, "other", "", "{}");
		this.events.rename(EXERCISE, event.id(), "three times");
		assertThat(names()).containsExactly("other", "three times");
		assertThatExceptionOfType(EventRejected.class)
			.isThrownBy(() -> this.events.rename(EXERCISE, event.id(), "other"))
			.withMessage("Another event is named “other”. Choose another name.");
		this.events.delete(EXERCISE, event.id());
		assertThat(names()).containsExactly("other");
	}

	@Test
	void doesNotTouchEventsOfOtherExercises() {
		OwnEvent event = this.events.save(EXERCISE, "twice", "", "{}");
		this.events.delete(new Slug("other"), event.id());
		this.events.rename(new Slug("other"), event.id(), "taken");
		assertThat(names()).containsExactly("twice");
	}

	@Test
	void keepsTwentyAtMost() {
		IntStream.range(0, 20).forEach((n) -> this.events.save(EXERCISE, "event " + n, "", "{}"));
		assertThatExceptionOfType(EventRejected.class)
			.isThrownBy(() -> this.events.save(EXERCISE, "one more", "", "{}"))
			.withMessage("20 events of this exercise are kept already, the most there may be. Delete one first.");
		this.events.save(EXERCISE, "event 7", "", "[]");
		assertThat(names()).hasSize(20);
	}

	@Test
	void handsEverythingOutAndDeletesIt() {
		this.events.save(EXERCISE, "../twice: 1/2", "", "{\"n\": 2}");
		Map<String, String> files = new HashMap<>();
		this.records.export((path, content) -> files.put(path, new String(content, StandardCharsets.UTF_8)));
		assertThat(files).containsExactly(Map.entry("events/charge-once/---twice- 1-2.json", "{\"n\": 2}"));
		assertThat(this.records.obstacle()).isEmpty();
		this.records.delete();
		assertThat(names()).isEmpty();
	}

	@Test
	void refusesNamesAndEventsBeyondTheLimits() {
		assertThatExceptionOfType(EventRejected.class).isThrownBy(() -> this.events.save(EXERCISE, " ", "", "{}"))
			.withMessage("Give the event a name.");
		assertThatExceptionOfType(EventRejected.class)
			.isThrownBy(() -> this.events.save(EXERCISE, "x".repeat(61), "", "{}"))
			.withMessage("The name has 61 characters, and 60 is the most.");
		assertThatExceptionOfType(EventRejected.class)
			.isThrownBy(() -> this.events.save(EXERCISE, "large", "", "x".repeat(64 * 1024 + 1)))
			.withMessage("The event has 65 KB, and events of at most 64 KB are kept. It can be tried all the same.");
		assertThat(this.events.save(EXERCISE, "ok", "no;function", "{}").function()).isEmpty();
	}

	private List<String> names() {
		return this.events.list(EXERCISE).stream().map(OwnEvent::name).toList();
	}

	@EnableAutoConfiguration
	@Import({ OwnEvents.class, OwnEventTable.class, OwnEventRecords.class })
	static class StoredEvents {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}

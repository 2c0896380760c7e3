package academy.coldstart.hint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import academy.coldstart.course.Slug;
import academy.coldstart.submission.SubmissionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willThrow;

@SpringBootTest(classes = HintsTests.StoredHints.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:hints", "db-scheduler.enabled=false" })
class HintsTests {

	private static final Slug EXERCISE = new Slug("charge-once");

	private SubmissionId attempt = SubmissionId.create();

	@Autowired
	private Hints hints;

	@Autowired
	private HintRecords records;

	@Autowired
	private JdbcClient jdbc;

	@MockitoSpyBean
	private HintTable table;

	@BeforeEach
	void start() {
		this.records.delete();
		this.jdbc.sql("delete from submission").update();
		this.attempt = submit("charge-once");
	}

	@Test
	void recordsEachHintOnce() {
		assertThat(this.hints.open(this.attempt, "C1", 1)).isTrue();
		assertThat(this.hints.open(this.attempt, "C1", 1)).isTrue();
		assertThat(rows()).isEqualTo(1);
		assertThat(this.hints.opened(this.attempt)).isEqualTo(new OpenedHints(Map.of("C1", 1), Set.of()));
		assertThat(this.hints.opened(SubmissionId.create())).isEqualTo(OpenedHints.NONE);
	}

	@Test
	void opensOneAfterTheOther() {
		assertThat(this.hints.open(this.attempt, "C1", 2)).isFalse();
		assertThat(this.hints.opened(this.attempt).steps("C1")).isZero();
		this.hints.open(this.attempt, "C1", 1);
		assertThat(this.hints.open(this.attempt, "C2", 2)).as("a hint of another check").isFalse();
		assertThat(this.hints.open(this.attempt, "C1", 3)).isFalse();
		assertThat(this.hints.open(this.attempt, "C1", 2)).isTrue();
		assertThat(this.hints.opened(this.attempt).steps("C1")).isEqualTo(2);
	}

	@Test
	void countsTheSameHintOfTwoAttemptsOnce() {
		this.hints.open(this.attempt, "C1", 1);
		this.hints.open(submit("charge-once"), "C1", 1);
		this.hints.open(submit("charge-once"), "C2", 1);
		this.hints.open(submit("init-once"), "C3", 1);
		assertThat(this.hints.count(EXERCISE)).isEqualTo(2);
	}

	@Test
	void keepsNoHintBackThatCannotBeRecordedAndRecordsItWithTheNext() {
		willThrow(new DataAccessResourceFailureException("The disk is full")).given(this.table).insert(any());
		assertThat(this.hints.open(this.attempt, "C1", 1)).isTrue();
		assertThat(this.hints.opened(this.attempt).steps("C1")).isEqualTo(1);
		assertThat(this.hints.opened(this.attempt).isUnrecorded("C1")).isTrue();
		assertThat(this.hints.opened(this.attempt).isUnrecorded("C2")).isFalse();
		assertThat(rows()).isZero();
		willCallRealMethod().given(this.table).insert(any());
		assertThat(this.hints.open(this.attempt, "C1", 2)).isTrue();
		assertThat(rows()).isEqualTo(2);
		assertThat(this.hints.opened(this.attempt).isUnrecorded("C1")).isFalse();
	}

	@Test
	void opensWhatIsAskedForWhereNothingCanBeRead() {
		willThrow(new DataAccessResourceFailureException("The disk is away")).given(this.table).insert(any());
		willThrow(new DataAccessResourceFailureException("The disk is away")).given(this.table).of(any());
		assertThat(this.hints.open(this.attempt, "C1", 2)).isTrue();
		assertThat(this.hints.opened(this.attempt).steps("C1")).isEqualTo(2);
	}

	@Test
	void forgetsHintsOfAttemptsThatAreGone() {
		SubmissionId gone = SubmissionId.create();
		assertThat(this.hints.open(gone, "C1", 1)).isTrue();
		assertThat(this.hints.opened(gone)).isEqualTo(OpenedHints.NONE);
	}

	@Test
	void handsOutWhatWasOpenedAndDeletesIt() {
		assertThat(exported()).isEmpty();
		this.hints.open(this.attempt, "C1", 1);
		assertThat(exported()).containsOnlyKeys("hints.json");
		assertThat(exported().get("hints.json")).contains("\"exercise\" : \"charge-once\"", "\"language\" : \"python\"",
				"\"attempt\" : \"" + this.attempt + "\"", "\"check\" : \"C1\"", "\"hint\" : 1",
				"\"openedAt\" : \"2026-11-24T10:00:00Z\"");
		this.records.delete();
		assertThat(exported()).isEmpty();
		assertThat(this.hints.opened(this.attempt)).isEqualTo(OpenedHints.NONE);
		assertThat(this.hints.count(EXERCISE)).isZero();
	}

	private int rows() {
		return this.jdbc.sql("select count(*) from opened_hint").query(Integer.class).single();
	}

	private Map<String, String> exported() {
		Map<String, String> files = new TreeMap<>();
		this.records.export((path, content) -> files.put(path, new String(content, StandardCharsets.UTF_8)));
		return files;
	}

	private SubmissionId submit(String exercise) {
		SubmissionId id = SubmissionId.create();
		this.jdbc.sql("""
				insert into submission (id, exercise, language, form, hash, received_at)
				values (:id, :exercise, 'python', :form, 'x', current_timestamp)""")
			.param("id", id.value())
			.param("exercise", exercise)
			.param("form", UUID.randomUUID())
			.update();
		return id;
	}

	/** It carries no stereotype, so that other tests do not find it. */
	@EnableAutoConfiguration
	@Import({ Hints.class, HintTable.class, HintRecords.class, UnrecordedHints.class })
	static class StoredHints {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
		}

	}

}

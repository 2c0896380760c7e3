package academy.coldstart.search;

import java.util.List;
import java.util.stream.Collectors;

import academy.coldstart.search.Hit.Part;
import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CourseIndexTests {

	private final CourseIndex index = new CourseIndex(new SampleCourse());

	@ParameterizedTest
	@CsvSource(textBlock = """
			claims in progress, /lessons/idempotency#in-progress
			claim progress, /lessons/idempotency#in-progress
			identifies operations, /lessons/idempotency#keys
			identif oper, /lessons/idempotency#keys
			identifes operaton, /lessons/idempotency#keys
			Decoupling, /lessons/decoupling
			CLAIM_SECONDS, /exercises/charge-once#rules
			claimSeconds, /exercises/charge-once#rules
			Paid twice, /exercises/charge-once""")
	void findsPassagesByTheirWords(String words, String address) {
		assertThat(this.index.search(words)).extracting(Hit::address).contains(address);
	}

	@Test
	void putsHeadingsBeforeTexts() {
		Hit best = this.index.search("claims in progress").getFirst();
		assertThat(best.heading()).isEqualTo("Claims in progress");
		assertThat(best.kind()).isEqualTo("Lesson");
	}

	@Test
	void marksWhatWasLookedFor() {
		Hit hit = this.index.search("crashes lost order")
			.stream()
			.filter((one) -> one.heading().equals("Claims in progress"))
			.findFirst()
			.orElseThrow();
		assertThat(hit.excerpt().stream().filter(Part::marked).map(Part::text)).contains("crash", "lost", "order");
		assertThat(hit.excerpt().stream().map(Part::text).collect(Collectors.joining()))
			.contains("turns a crash into a lost order");
	}

	@Test
	void asksForAllWords() {
		assertThat(this.index.search("claim")).isNotEmpty();
		assertThat(this.index.search("claim zebra")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "?!", "*", "a AND (", "\"", "\\", "+-&&||!(){}[]^~*?:/", "\u0000", "title:x" })
	void bearsEveryText(String text) {
		assertThat(this.index.search(text)).isNotNull();
	}

	@Test
	void bearsLongTexts() {
		assertThat(this.index.search("claim ".repeat(100_000))).isNotEmpty();
		assertThat(this.index.search("x".repeat(1_000_000))).isEmpty();
		assertThat(SearchQuery.parse("a b c d e f g h i j k").anywhere().toString().split("heading", -1))
			.hasSizeLessThan(60);
	}

	@Test
	void givesNoAnswersOfQuestionsAway() {
		assertThat(this.index.search("claim expiry needs")).extracting(Hit::excerpt)
			.allSatisfy((parts) -> assertThat(text(parts)).doesNotContain("That is why a claim needs an expiry"));
	}

	private static String text(List<Part> parts) {
		return parts.stream().map(Part::text).collect(Collectors.joining());
	}

}

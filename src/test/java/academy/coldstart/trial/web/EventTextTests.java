package academy.coldstart.trial.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "17", "\"text\"", " {\"orderId\": \"o-1\"}\n" })
	void takesAnyJson(String text) {
		assertThat(new EventText(text).problem()).isEmpty();
	}

	@Test
	void saysInWhichLineAndColumnItIsNotJson() {
		assertThat(new EventText("{\n  \"orderId\": \"o-1\",\n}").problem().orElseThrow())
			.startsWith("The event is not JSON. Line 3, column ")
			.endsWith(".")
			.doesNotContain("code 125", "java", "Source");
	}

	@Test
	void saysThatNothingMayFollow() {
		assertThat(new EventText("{} {}").problem().orElseThrow()).startsWith("The event is not JSON. Line 1, column ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t" })
	void asksForAnEvent(String text) {
		assertThat(new EventText(text).problem()).hasValue("The event is empty. Write JSON, {} at least.");
	}

	@Test
	void boundsTheSize() {
		assertThat(new EventText("\"" + "x".repeat(256 * 1024 - 2) + "\"").problem()).isEmpty();
		assertThat(new EventText("\"" + "ä".repeat(140 * 1024) + "\"").problem())
			.hasValue("The event has 281 KB, and this page sends 256 KB at most. AWS itself takes up to 6 MB.");
	}

	@Test
	void doesNotFollowWithoutEnd() {
		assertThat(new EventText("[".repeat(10_000)).problem().orElseThrow()).startsWith("The event is not JSON.");
	}

}

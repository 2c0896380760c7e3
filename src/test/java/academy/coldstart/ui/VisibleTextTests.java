package academy.coldstart.ui;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTests {

	@Test
	void showsControlCharacters() {
		assertThat(VisibleText.of("a\u001b[31mred\u0000")).isEqualTo("a␛[31mred␀");
	}

	@Test
	void showsCharactersThatReorderText() {
		assertThat(VisibleText.of("user\u202eadmin")).isEqualTo("user\\u202eadmin");
	}

	@Test
	void showsCharactersWithoutWidth() {
		assertThat(VisibleText.of("o\u200b-\ufeff17\u2028\u007f\u0085"))
			.isEqualTo("o\\u200b-\\ufeff17\\u2028\\u007f\\u0085");
		assertThat(VisibleText.of("\udb40\udc41")).isEqualTo("\\u0e0041");
	}

	@Test
	void replacesHalfCharacters() {
		assertThat(VisibleText.of("x\ud800y")).isEqualTo("x\uFFFDy");
	}

	@Test
	void leavesOrdinaryTextAlone() {
		assertThat(VisibleText.of("naïve\tΩ 🎉\n")).isEqualTo("naïve\tΩ 🎉\n");
	}

	@Test
	void leavesJoinedEmojiWholeAndShowsOtherJoiners() {
		String joined = "👩\u200d👩\u200d👧 👩🏽\u200d💻 ❤\ufe0f\u200d🔥";
		assertThat(VisibleText.of(joined)).isEqualTo(joined);
		assertThat(VisibleText.of("a\u200d👩 👩\u200db\u200d")).isEqualTo("a\\u200d👩 👩\\u200db\\u200d");
	}

	@Test
	void cutsLongLinesAndSaysSo() {
		assertThat(VisibleText.line("x".repeat(2500))).endsWith("x … 500 more characters");
	}

}

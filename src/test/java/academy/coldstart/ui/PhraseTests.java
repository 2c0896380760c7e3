package academy.coldstart.ui;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseTests {

	@Test
	void separatesWordsFromCode() {
		assertThat(Phrase.parse("Look at `PutItem` on line 9.")).containsExactly(new Phrase("Look at ", false),
				new Phrase("PutItem", true), new Phrase(" on line 9.", false));
	}

	@Test
	void keepsBacktickWithoutPartner() {
		assertThat(Phrase.parse("A ` alone")).containsExactly(new Phrase("A ` alone", false));
	}

	@Test
	void findsCodeAtBothEnds() {
		assertThat(Phrase.parse("`a` or `b`")).containsExactly(new Phrase("a", true), new Phrase(" or ", false),
				new Phrase("b", true));
	}

	@Test
	void isEmptyForNothing() {
		assertThat(Phrase.parse(null)).isEmpty();
	}

}

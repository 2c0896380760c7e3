package academy.coldstart.grading.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContrastTests {

	@Test
	void marksWhatDiffersBetweenWhatIsTheSame() {
		assertThat(Contrast.of("Order o-17 received: 3 items", "Order o-17 received: 12 items"))
			.isEqualTo(new Contrast("Order o-17 received: ", "3", " items"));
		assertThat(Contrast.of("{\"id\":\"o-17\"}", "{\"id\":\"o-17\",\"n\":1}"))
			.isEqualTo(new Contrast("{\"id\":\"o-17\"", "", "}"));
		assertThat(Contrast.of("{\"id\":\"o-17\",\"n\":1}", "{\"id\":\"o-17\"}").differs()).isEqualTo(",\"n\":1");
	}

	@Test
	void marksNothingWhereTextsHaveNothingInCommon() {
		assertThat(Contrast.of("1 charge", "nothing")).isEqualTo(new Contrast("1 charge", "", ""));
		assertThat(Contrast.of("same", "same")).isEqualTo(new Contrast("same", "", ""));
		assertThat(Contrast.of("", "something")).isEqualTo(new Contrast("", "", ""));
	}

	@Test
	void countsNoCharacterTwice() {
		assertThat(Contrast.of("aaaaaa", "aaaa")).isEqualTo(new Contrast("aaaa", "aa", ""));
	}

	@Test
	void splitsNoCharacter() {
		assertThat(Contrast.of("total 😀 EUR", "total 😁 EUR").differs()).isEqualTo("😀");
	}

}

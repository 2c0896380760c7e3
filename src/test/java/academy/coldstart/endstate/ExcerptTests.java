package academy.coldstart.endstate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

	@Test
	void keepsAShortTextWhole() {
		Excerpt excerpt = Excerpt.of("größe", 5);
		assertThat(excerpt).isEqualTo(new Excerpt("größe", 7, null));
		assertThat(excerpt.cut()).isFalse();
	}

	@Test
	void cutsALongTextAndSaysHowLongItWas() {
		Excerpt excerpt = Excerpt.of("0123456789", 4);
		assertThat(excerpt.text()).isEqualTo("0123");
		assertThat(excerpt.bytes()).isEqualTo(10);
		assertThat(excerpt.cut()).isTrue();
	}

	@Test
	void cutsNoCharacterInHalf() {
		assertThat(Excerpt.of("ab😀cd", 3).text()).isEqualTo("ab");
	}

	@Test
	void tellsTextsWithTheSameBeginningApart() {
		assertThat(Excerpt.of("same 1", 4)).isNotEqualTo(Excerpt.of("same 2", 4)).isEqualTo(Excerpt.of("same 1", 4));
	}

}

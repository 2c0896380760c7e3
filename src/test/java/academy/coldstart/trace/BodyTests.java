package academy.coldstart.trace;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BodyTests {

	@Test
	void keepsASmallTextWhole() {
		Body body = Body.of("Größe 42 €");
		assertThat(body.text()).isEqualTo("Größe 42 €");
		assertThat(body.truncated()).isFalse();
		assertThat(body.bytes()).isEqualTo(14);
	}

	@Test
	void keepsTheBeginningOfALargeTextEvenWhenACharacterIsCut() {
		Body body = Body.of("x" + "€".repeat(Body.KEPT_BYTES));
		assertThat(body.truncated()).isTrue();
		assertThat(body.text()).startsWith("x€€").endsWith("€");
		assertThat(body.bytes()).isEqualTo(1 + 3L * Body.KEPT_BYTES);
	}

	@Test
	void keepsWhatIsNotTextAsBase64() {
		Body body = Body.of(new byte[] { (byte) 0xff, 0, 1 });
		assertThat(body.text()).isNull();
		assertThat(body.base64()).isEqualTo("/wAB");
	}

	@Test
	void knowsTheFullSizeOfABodyItSawOnlyTheBeginningOf() {
		Body body = Body.of("abc".getBytes(StandardCharsets.UTF_8), 5_000_000_000L);
		assertThat(body.bytes()).isEqualTo(5_000_000_000L);
		assertThat(body.truncated()).isTrue();
	}

}

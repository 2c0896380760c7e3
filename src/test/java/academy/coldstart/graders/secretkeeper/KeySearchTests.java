package academy.coldstart.graders.secretkeeper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeySearchTests {

	private static final String KEY = "psp_live_Qx7bTz0LmN4vRk2Ws9JdYh5Gf8Ac3Ep1Ui6Oo7K";

	private final KeySearch search = new KeySearch(List.of("psp_live_0123456789abcdefghijklmnopqrstuvwxyzABCD", KEY));

	@ParameterizedTest
	@ValueSource(strings = { KEY, "Authorization: Bearer " + KEY, "{\"key\":\"" + KEY + "\"}",
			"key=Qx7bTz0LmN4vRk2Ws9Jd…", "old key psp_live_0123456789abcdefghijklmnopqrstuvwxyzABCD" })
	void findsAnyKeyWholeOrInPart(String text) {
		assertThat(this.search.find(text)).hasValue("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "psp_live_", "a key that ends with 6Oo7K", "Qx7bTz0L…", "psp_live_********6Oo7",
			"0123456789", "arn:aws:secretsmanager:us-east-1:123456789012:secret:larkspur/psp-Qx7bTz" })
	void leavesWhatGivesNothingAway(String text) {
		assertThat(this.search.find(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "xy", "xyz", "Bearer " })
	void findsBase64AtEveryOffset(String before) {
		String encoded = Base64.getEncoder().encodeToString((before + KEY).getBytes(StandardCharsets.UTF_8));
		assertThat(this.search.find("authorization " + encoded)).hasValue(", in Base64");
		assertThat(this.search.find("authorization/" + encoded)).hasValue(", in Base64");
		assertThat(this.search.find("a" + encoded)).hasValue(", in Base64");
	}

	@Test
	void findsEncodedInsideEncoded() {
		String once = Base64.getUrlEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
		String twice = Base64.getEncoder()
			.encodeToString(("{\"key\":\"" + once + "\"}").getBytes(StandardCharsets.UTF_8));
		assertThat(this.search.find(twice)).hasValue(", in Base64");
	}

	@Test
	void findsHexadecimalDigits() {
		String hex = HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.UTF_8));
		assertThat(this.search.find("key " + hex)).hasValue(", in hexadecimal digits");
	}

	@Test
	void livesWithTextThatCannotBeDecoded() {
		assertThat(this.search.find("100% of H4sIAAAAAAAAAAAAAAAAAAAA %zz")).isEmpty();
	}

}

package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorObjectTests {

	@Test
	void readsTheErrorOfARuntime() {
		ErrorObject error = parse("{\"errorMessage\":\"no\",\"errorType\":\"E\",\"stackTrace\":[\"a\",\"b\"]}");
		assertThat(error.errorMessage()).isEqualTo("no");
		assertThat(error.errorType()).isEqualTo("E");
		assertThat(error.stackTrace()).containsExactly("a", "b");
	}

	@Test
	void makesAnErrorOfWhatIsNone() {
		assertThat(parse("[1]")).isEqualTo(ErrorObject.of("Header.Type", "[1]", ""));
		assertThat(parse("not json")).isEqualTo(ErrorObject.of("Header.Type", "not json", ""));
		assertThat(parse("")).isEqualTo(ErrorObject.of("Header.Type", "", ""));
	}

	private static ErrorObject parse(String body) {
		return ErrorObject.parse(body.getBytes(StandardCharsets.UTF_8), Optional.of("Header.Type"));
	}

}

package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorObjectTests {

	@Test
	void readsTheErrorOfARuntime() {
		String body = "{\"errorMessage\":\"no\",\"errorType\":\"E\",\"trace\":[\"a\",\"b\"]}";
		ErrorObject error = parse(body);
		assertThat(error.errorMessage()).isEqualTo("no");
		assertThat(error.errorType()).isEqualTo("E");
		assertThat(new String(error.toJson(), StandardCharsets.UTF_8)).isEqualTo(body);
	}

	@Test
	void namesAnotherRequestOnlyInErrorsThatNameOne() {
		ErrorObject error = parse("{\"errorMessage\":\"no\",\"requestId\":\"r-1\"}").in("r-2");
		assertThat(new String(error.toJson(), StandardCharsets.UTF_8))
			.isEqualTo("{\"errorMessage\":\"no\",\"requestId\":\"r-2\"}");
		assertThat(parse("{\"errorMessage\":\"no\"}").in("r-2")).isEqualTo(parse("{\"errorMessage\":\"no\"}"));
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

package academy.coldstart.graders.onebadapple;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final List<String> BATCH = List.of("m-1", "m-2", "m-3");

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "{\"batchItemFailures\": []}", "{\"batchItemFailures\": null}",
			"{\"BatchItemFailures\": [{\"itemIdentifier\": \"m-1\"}]}", "{\"statusCode\": 200}" })
	void takesAnAnswerWithoutAListForFullSuccess(String answer) {
		Reading reading = read(answer);
		assertThat(reading.verdict()).isEqualTo(Reading.Verdict.FULL_SUCCESS);
		assertThat(reading.returned()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"batchItemFailures\": [{\"messageId\": \"m-1\"}]}",
			"{\"batchItemFailures\": [\"m-1\"]}", "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
			"{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
			"{\"batchItemFailures\": [{\"itemIdentifier\": \"m-1\"}, {\"itemIdentifier\": \"m-9\"}]}",
			"{\"batchItemFailures\": {\"itemIdentifier\": \"m-1\"}}", "[\"m-1\"]", "\"m-1\"" })
	void takesAWrongEntryForFullFailure(String answer) {
		Reading reading = read(answer);
		assertThat(reading.verdict()).isEqualTo(Reading.Verdict.FULL_FAILURE);
		assertThat(reading.returned()).containsExactlyElementsOf(BATCH);
		assertThat(reading.reason()).isNotBlank();
	}

	@Test
	void returnsWhatIsNamedAndNothingElse() {
		Reading reading = read(
				"{\"batchItemFailures\": [{\"itemIdentifier\": \"m-3\"}, {\"itemIdentifier\": \"m-1\"}]}");
		assertThat(reading.verdict()).isEqualTo(Reading.Verdict.PARTIAL_FAILURE);
		assertThat(reading.returns("m-1")).isTrue();
		assertThat(reading.returns("m-2")).isFalse();
		assertThat(reading.returns("m-3")).isTrue();
	}

	@Test
	void returnsEverythingAfterAnError() {
		Reading reading = Reading.ofError("KeyError: 'customerId'", BATCH);
		assertThat(reading.verdict()).isEqualTo(Reading.Verdict.FULL_FAILURE);
		assertThat(reading.returned()).containsExactlyElementsOf(BATCH);
		assertThat(reading.reason()).contains("KeyError: 'customerId'");
	}

	private static Reading read(String answer) {
		return Reading.of(MAPPER.readTree(answer), BATCH);
	}

}

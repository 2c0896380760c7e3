package academy.coldstart.simulator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 s", "3, 3 s", "63, 1 min 3 s", "3600, 1 h", "3661, 1 h 1 min", "86400, 1 day", "345600, 4 days",
			"90061, 1 day 1 h" })
	void writeTimesWithTwoUnits(long seconds, String text) {
		assertThat(Words.time(seconds)).isEqualTo(text);
	}

}

package academy.coldstart.graders.wherefailuresgo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTests {

	@ParameterizedTest
	@CsvSource({ "2, 21600, 3", "2, 181, 3", "2, 180, 2", "2, 61, 2", "2, 60, 1", "1, 61, 2", "1, 60, 1", "0, 60, 1" })
	void countsTheAttemptsThatAnAgeAllowsAtMost(int retries, int age, int attempts) {
		assertThat(new Plan(retries, age).attemptsAtMost()).isEqualTo(attempts);
	}

	@ParameterizedTest
	@CsvSource({ "2, 180, true", "2, 239, true", "2, 240, false", "1, 119, true", "1, 120, false", "0, 60, false" })
	void leavesTheAttemptsAMinute(int retries, int age, boolean tight) {
		assertThat(new Plan(retries, age).isTight()).isEqualTo(tight);
	}

	@Test
	void isHopelessOnlyWhereWaitingAloneIsTooLong() {
		assertThat(new Plan(2, 180).isHopeless()).isTrue();
		assertThat(new Plan(2, 181).isHopeless()).isFalse();
		assertThat(new Plan(0, 60).isHopeless()).isFalse();
	}

}

package academy.coldstart.simulator.race;

import java.util.List;

import academy.coldstart.simulator.race.Race.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RaceTests {

	// Only the two orders in which one worker has written before the other reads are
	// right.
	@Test
	void lookingFirstIsRightInTwoOfTwentyOrders() {
		List<Result> results = new Race(Strategy.CHECK_THEN_ACT, 0, true).all();
		assertThat(results).hasSize(20);
		assertThat(results).filteredOn((result) -> result.charges() == 1).hasSize(2);
		assertThat(results).filteredOn((result) -> result.charges() == 2).hasSize(18);
	}

	@Test
	void claimIsRightInAllOrders() {
		assertThat(new Race(Strategy.CLAIM, 0, true).all()).hasSize(20)
			.allMatch((result) -> result.charges() == 1 && result.completed());
	}

	@Test
	void withoutAGuardEverybodyCharges() {
		assertThat(new Race(Strategy.NONE, 0, true).all()).hasSize(6).allMatch((result) -> result.charges() == 2);
	}

	// A claims and charges, is killed, and its claim expires: the next delivery charges
	// again.
	@Test
	void claimAloneDoesNotSurviveTheGapAfterTheCharge() {
		Race race = new Race(Strategy.CLAIM, 2, true);
		assertThat(race.run(race.turns(2)).charges()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "0", "1", "2", "3" })
	void keyOfTheProviderSurvivesEveryCrash(int crash) {
		assertThat(new Race(Strategy.CLAIM_AND_KEY, crash, true).all())
			.allMatch((result) -> result.charges() == 1 && result.completed());
	}

	@Test
	void claimThatNeverExpiresLosesTheOrder() {
		Race race = new Race(Strategy.CLAIM, 1, false);
		Result result = race.run(race.turns(1));
		assertThat(result.charges()).isZero();
		assertThat(result.completed()).isFalse();
		assertThat(result.moments()).extracting(Moment::worker).containsExactly("A", "B", "A again", "B again");
	}

	@Test
	void stepsAreInTheOrderThatWasAskedFor() {
		Race race = new Race(Strategy.CHECK_THEN_ACT, 0, true);
		assertThat(race.run(race.turns(1)).moments()).extracting(Moment::worker)
			.containsExactly("A", "B", "A", "B", "A", "B");
		assertThat(race.run(race.turns(3)).moments()).extracting(Moment::worker).containsExactly("A", "A", "A", "B");
	}

}

package academy.coldstart.isolation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UserIdsTests {

	@Test
	void handsOutEachIdOnce() {
		UserIds ids = new UserIds(5000, 2);
		assertThat(ids.take()).isEqualTo(5000);
		assertThat(ids.take()).isEqualTo(5001);
		assertThatIllegalStateException().isThrownBy(ids::take).withMessageContaining("All 2 user ids");
	}

	@Test
	void handsOutReturnedIdsAgain() {
		UserIds ids = new UserIds(5000, 2);
		ids.take();
		ids.take();
		ids.giveBack(5001);
		assertThat(ids.take()).isEqualTo(5001);
	}

	@Test
	void refusesIdsOfTheSystem() {
		assertThatIllegalArgumentException().isThrownBy(() -> new UserIds(0, 1000));
	}

}

package academy.coldstart.isolation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UserIdBlockTests {

	@TempDir
	private Path locks;

	@Test
	void noTwoApplicationsGetTheSameUserIds() {
		try (UserIdBlock first = UserIdBlock.claim(50_000, this.locks);
				UserIdBlock second = UserIdBlock.claim(50_000, this.locks)) {
			assertThat(first.first()).isEqualTo(50_000);
			assertThat(second.first()).isEqualTo(50_000 + UserIdBlock.SIZE);
		}
	}

	@Test
	void aBlockIsFreeAgainAfterItsApplicationEnded() {
		UserIdBlock.claim(50_000, this.locks).close();
		try (UserIdBlock again = UserIdBlock.claim(50_000, this.locks)) {
			assertThat(again.first()).isEqualTo(50_000);
		}
	}

}

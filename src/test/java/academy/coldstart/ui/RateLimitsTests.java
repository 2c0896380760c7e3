package academy.coldstart.ui;

import java.time.Duration;
import java.util.Set;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RateLimitsTests {

	private static final String CLASSROOM = "192.0.2.7";

	private final SettableTime time = new SettableTime();

	@Test
	void refusesOneMoreThanTheLimitAndSaysWhenToTryAgain() {
		RateLimits limits = limits(3, 100);
		for (int count = 0; count < 3; count++) {
			limits.submission(CLASSROOM);
		}
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> limits.submission(CLASSROOM))
			.withMessage(
					"More than 3 submissions came from this address within a minute. Wait 20 seconds, then try again.")
			.returns(20L, TooManyRequests::seconds);
		this.time.pass(Duration.ofSeconds(19));
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> limits.submission(CLASSROOM))
			.withMessageContaining("Wait a second,");
		this.time.pass(Duration.ofSeconds(1));
		assertThatNoException().isThrownBy(() -> limits.submission(CLASSROOM));
	}

	@Test
	void countsAddressesAndCostsApart() {
		RateLimits limits = limits(1, 1);
		limits.submission(CLASSROOM);
		limits.submission("192.0.2.8");
		limits.request(CLASSROOM);
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> limits.request(CLASSROOM))
			.withMessageContaining("More than 1 requests");
	}

	@Test
	void leavesAClassroomBehindOneAddressAlone() {
		RateLimits limits = limits(600, 12_000);
		assertThatNoException().isThrownBy(() -> {
			for (int learner = 0; learner < 300; learner++) {
				limits.submission(CLASSROOM);
				for (int page = 0; page < 20; page++) {
					limits.request(CLASSROOM);
				}
			}
		});
	}

	@Test
	void takesNoLimitBelowOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> limits(0, 1))
			.withMessage("coldstart.ui.submissions-per-minute is 0, but has to be 1 or more");
	}

	@Test
	void givesAPlaceBackOnceWhenAStreamHasEnded() {
		RateLimits limits = limits(1, 1);
		Runnable first = limits.stream(CLASSROOM);
		limits.stream(CLASSROOM);
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> limits.stream(CLASSROOM))
			.withMessage(
					"2 streams of events are open from this address, the most there may be. Close some, then try again.");
		assertThatNoException().isThrownBy(() -> limits.stream("192.0.2.8"));
		first.run();
		first.run();
		limits.stream(CLASSROOM);
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> limits.stream(CLASSROOM));
	}

	private RateLimits limits(int submissions, int requests) {
		return new RateLimits(
				new UiProperties(Set.of(), false, DataSize.ofMegabytes(1), submissions, submissions, requests, 2),
				this.time);
	}

	/**
	 * Time that passes when a test says so.
	 */
	private static final class SettableTime implements TimeMeter {

		private long nanos;

		void pass(Duration duration) {
			this.nanos += duration.toNanos();
		}

		@Override
		public long currentTimeNanos() {
			return this.nanos;
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}

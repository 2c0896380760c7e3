package academy.coldstart.grading.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTests {

	@Test
	void countsElapsedTimeWhateverTheClockSays() {
		MovableClock clock = new MovableClock();
		AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500);
		SteadyClock steady = new SteadyClock(clock, nanos::get);
		Instant before = steady.now();
		clock.set(Duration.ofHours(-1));
		nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
		assertThat(steady.now()).isEqualTo(before.plusSeconds(2));
	}

}

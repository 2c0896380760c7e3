package academy.coldstart.execution;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import academy.coldstart.isolation.ProcessorWaits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhaseTimerTests {

	private static final Duration LIMIT = Duration.ofMillis(200);

	private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

	private final AtomicLong waitedMillis = new AtomicLong();

	private final AtomicInteger looks = new AtomicInteger();

	private final CountDownLatch expired = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.timers.shutdownNow();
	}

	@Test
	void expiresAfterTheLimitWhenTheProcessNeverHadToWait() throws InterruptedException {
		start();
		assertThat(this.expired.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.looks).hasValue(2);
	}

	@Test
	void doesNotCountTheTimeInWhichTheProcessHadToWaitForAProcessor() throws InterruptedException {
		PhaseTimer timer = start();
		this.waitedMillis.set(400);
		assertThat(this.expired.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.looks).hasValue(3);
		timer.cancel();
	}

	@Test
	void givesNoEndlessTimeToAProcessThatWaitsForItself() throws InterruptedException {
		long begin = System.nanoTime();
		start();
		this.waitedMillis.set(3_600_000);
		assertThat(this.expired.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(LIMIT.multipliedBy(4));
	}

	@Test
	void doesNothingOnceItIsCancelled() throws InterruptedException {
		PhaseTimer timer = start();
		timer.cancel();
		assertThat(this.expired.await(LIMIT.toMillis() * 2, TimeUnit.MILLISECONDS)).isFalse();
	}

	private PhaseTimer start() {
		return PhaseTimer.start(this.timers, () -> {
			this.looks.incrementAndGet();
			return new ProcessorWaits(Map.of(7L, 1_000_000 * this.waitedMillis.get()));
		}, LIMIT, this.expired::countDown);
	}

}

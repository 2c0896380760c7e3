package academy.coldstart.trial;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import academy.coldstart.grading.OpenStacks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * All places where code is tried. Closes what nobody uses, what an engine waits for, and
 * everything when the application stops.
 */
@Component
@EnableConfigurationProperties(TrialProperties.class)
class Stands implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Stands.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private final Map<TryPlace, Stand> stands = new ConcurrentHashMap<>();

	private final OpenStacks stacks;

	private final TrialProperties properties;

	private final Semaphore room;

	private volatile boolean stopped = true;

	private @Nullable ScheduledExecutorService looks;

	Stands(@Lazy OpenStacks stacks, TrialProperties properties) {
		this.stacks = stacks;
		this.properties = properties;
		this.room = new Semaphore(properties.open());
	}

	Duration idle() {
		return this.properties.idle();
	}

	Stand at(TryPlace place) {
		return this.stands.computeIfAbsent(place, (absent) -> new Stand(this.stacks, this.room));
	}

	/**
	 * Make room for one more open stack, at the cost of the one that was used longest
	 * ago.
	 * @return whether there is room, which is taken then
	 */
	boolean makeRoom() {
		while (!this.stopped && !this.room.tryAcquire()) {
			Stand oldest = this.stands.values()
				.stream()
				.filter((stand) -> stand.isOpen() && !stand.lock().isLocked())
				.min(Comparator.comparingLong(Stand::usedNanos))
				.orElse(null);
			if (oldest == null) {
				return false;
			}
			closeIf(oldest, Stand::isOpen);
		}
		return !this.stopped;
	}

	/**
	 * Let others use a place again.
	 * @param stand the place, which the caller has locked
	 */
	void leave(Stand stand) {
		if (this.stopped) {
			stand.close();
		}
		stand.lock().unlock();
	}

	// An application that was stopped may be started again.
	@Override
	public synchronized void start() {
		ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tries").daemon().factory());
		Future<?> unused = executor.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(),
				BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
		this.looks = executor;
		this.stopped = false;
	}

	// First of all: a page that waits for a function would hold the server up.
	@Override
	public synchronized void stop() {
		this.stopped = true;
		ScheduledExecutorService executor = this.looks;
		if (executor != null) {
			executor.shutdownNow();
		}
		this.stands.values().forEach(Stand::close);
	}

	@Override
	public boolean isRunning() {
		return !this.stopped;
	}

	private void look() {
		this.stands.values().forEach((stand) -> closeIf(stand, (one) -> one.isDue(this.properties.idle())));
	}

	private static void closeIf(Stand stand, Predicate<Stand> condition) {
		if (!stand.lock().tryLock()) {
			return;
		}
		try {
			if (condition.test(stand)) {
				stand.close();
			}
		}
		catch (RuntimeException ex) {
			log.warn("what was open for tries could not be closed", ex);
		}
		finally {
			stand.lock().unlock();
		}
	}

}

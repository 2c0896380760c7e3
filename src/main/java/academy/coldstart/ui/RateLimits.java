package academy.coldstart.ui;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * Limits how often each address may ask for what costs. A classroom often has one address
 * together, so the limits stop floods, not people.
 */
@EnableConfigurationProperties(UiProperties.class)
public class RateLimits {

	/** How many addresses are remembered; the least recent are forgotten first. */
	private static final int ADDRESSES = 10_000;

	private final Limit submissions;

	private final Limit attempts;

	private final Limit requests;

	private final Places streams;

	@Autowired
	RateLimits(UiProperties properties) {
		this(properties, TimeMeter.SYSTEM_NANOTIME);
	}

	RateLimits(UiProperties properties, TimeMeter time) {
		this.submissions = new Limit("submissions", properties.submissionsPerMinute(), time);
		this.attempts = new Limit("tries", properties.triesPerMinute(), time);
		this.requests = new Limit("requests", properties.requestsPerMinute(), time);
		this.streams = new Places("streams of events", properties.openStreams());
	}

	/**
	 * Count work that is handed in or graded again.
	 * @param address where it comes from
	 * @throws TooManyRequests when that is one too many
	 */
	public void submission(@Nullable String address) {
		this.submissions.count(address);
	}

	/**
	 * Count code that is tried.
	 * @param address where it comes from
	 * @throws TooManyRequests when that is one too many
	 */
	public void attempt(@Nullable String address) {
		this.attempts.count(address);
	}

	/**
	 * Count a request for a page or a document.
	 * @param address where it comes from
	 * @throws TooManyRequests when that is one too many
	 */
	void request(@Nullable String address) {
		this.requests.count(address);
	}

	/**
	 * Count a stream of events that is about to be opened.
	 * @param address where it goes to
	 * @return to be run when the stream has ended, as often as one likes
	 * @throws TooManyRequests when the address has too many open
	 */
	public Runnable stream(@Nullable String address) {
		return this.streams.take(String.valueOf(address));
	}

	/**
	 * How many of something each address holds at once.
	 */
	private record Places(String what, int most, ConcurrentMap<String, Integer> taken) {

		private static final Duration WAIT = Duration.ofSeconds(10);

		Places(String what, int most) {
			this(what, most, new ConcurrentHashMap<>());
		}

		Runnable take(String address) {
			this.taken.compute(address, (same, count) -> {
				if (count != null && count >= this.most) {
					throw TooManyRequests.atOnce(this.what, this.most, WAIT);
				}
				return (count != null) ? count + 1 : 1;
			});
			AtomicBoolean held = new AtomicBoolean(true);
			return () -> {
				if (held.getAndSet(false)) {
					this.taken.computeIfPresent(address, (same, count) -> (count > 1) ? count - 1 : null);
				}
			};
		}

	}

	/**
	 * A limit and who used up how much of it.
	 */
	private static final class Limit {

		private final String what;

		private final int most;

		private final LoadingCache<String, Bucket> buckets;

		Limit(String what, int most, TimeMeter time) {
			this.what = what;
			this.most = most;
			this.buckets = Caffeine.newBuilder().maximumSize(ADDRESSES).build((address) -> bucket(most, time));
		}

		void count(@Nullable String address) {
			ConsumptionProbe probe = this.buckets.get(String.valueOf(address)).tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				throw TooManyRequests.withinAMinute(this.what, this.most,
						Duration.ofNanos(probe.getNanosToWaitForRefill()));
			}
		}

		private static Bucket bucket(int most, TimeMeter time) {
			return Bucket.builder()
				.withCustomTimePrecision(time)
				.addLimit((limit) -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
				.build();
		}

	}

}

package academy.coldstart.grading.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import academy.coldstart.submission.SubmissionId;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says how long those who wait will wait. A grading is expected to take the median of the
 * last ones of its exercise and language; what was never measured is not guessed.
 */
@Component
class Estimates {

	/** So many gradings say how long the next one takes. */
	private static final int MEASURED = 20;

	private static final int KINDS = 1000;

	private static final Duration KEPT = Duration.ofSeconds(10);

	private final GradingTable table;

	private final RunningGradings running;

	private final int workers;

	/** In a full queue everybody asks at once. */
	private final LoadingCache<Kind, @Nullable Long> medians = Caffeine.newBuilder()
		.maximumSize(KINDS)
		.expireAfterWrite(KEPT)
		.build(this::median);

	Estimates(GradingTable table, RunningGradings running, JobProperties properties) {
		this.table = table;
		this.running = running;
		this.workers = properties.workers();
	}

	/**
	 * Estimate when a grading that waits has its report.
	 * @param submission the submission
	 * @return the time from now on, or empty when it does not wait or something before it
	 * was never measured
	 */
	Optional<Duration> of(SubmissionId submission) {
		long before = 0;
		for (PendingGrading pending : this.table.pending()) {
			Long median = this.medians.get(new Kind(pending.exercise(), pending.language()));
			if (median == null) {
				return Optional.empty();
			}
			if (pending.submission().equals(submission)) {
				return pending.running() ? Optional.empty()
						: Optional.of(Duration.ofMillis(before / this.workers + median));
			}
			before += remaining(pending, median);
		}
		return Optional.empty();
	}

	// Null where nothing was measured, which the cache does not keep.
	private @Nullable Long median(Kind kind) {
		OptionalLong median = median(this.table.durations(kind.exercise(), kind.language(), MEASURED));
		return median.isPresent() ? Long.valueOf(median.getAsLong()) : null;
	}

	private long remaining(PendingGrading pending, long median) {
		return pending.running() ? Math.max(0, median - this.running.elapsed(pending.submission()).toMillis()) : median;
	}

	/**
	 * Return the median.
	 * @param durations milliseconds in any order
	 * @return the middle one, the longer one of two, or empty when there are none
	 */
	static OptionalLong median(List<Long> durations) {
		return durations.stream().mapToLong(Long::longValue).sorted().skip(durations.size() / 2).findFirst();
	}

	/**
	 * Gradings that take about as long as each other.
	 *
	 * @param exercise the exercise's slug
	 * @param language the language id
	 */
	private record Kind(String exercise, String language) {
	}

}

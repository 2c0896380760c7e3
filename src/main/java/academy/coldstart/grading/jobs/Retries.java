package academy.coldstart.grading.jobs;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;

import org.springframework.stereotype.Component;

/**
 * Decides when a job is worked at again.
 */
@Component
class Retries {

	private final JobProperties properties;

	private final SteadyClock clock;

	Retries(JobProperties properties, SteadyClock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Try again soon.
	 * @return what becomes of the scheduled execution
	 */
	CompletionHandler<Void> soon() {
		return after(this.properties.retryDelay());
	}

	/**
	 * Try again when there may be an engine.
	 * @return what becomes of the scheduled execution
	 */
	CompletionHandler<Void> whenThereIsAnEngine() {
		return after(this.properties.engineRetryDelay());
	}

	/**
	 * Try again soon after an exception.
	 * @param complete how it ended
	 * @param operations what can become of it
	 */
	void afterFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		soon().complete(complete, operations);
	}

	/**
	 * Try again at once what another application had begun.
	 * @param complete how it ended
	 * @param operations what can become of it
	 */
	void atOnce(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		after(Duration.ZERO).complete(complete, operations);
	}

	private CompletionHandler<Void> after(Duration delay) {
		return (complete, operations) -> operations.reschedule(complete, this.clock.now().plus(delay));
	}

}

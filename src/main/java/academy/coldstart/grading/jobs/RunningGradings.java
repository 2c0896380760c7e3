package academy.coldstart.grading.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.submission.SubmissionId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The jobs that this application works at, and their threads. A thread is interrupted
 * when its grading is cancelled, it gives way to one, or the application has to stop, but
 * only within {@link #run}: never while it reads or writes the database, which would be
 * closed by that for everybody.
 */
@Component
class RunningGradings {

	private final Map<Job, Work> works = new HashMap<>();

	private final int workers;

	private boolean stopped;

	RunningGradings(JobProperties properties) {
		this.workers = properties.workers();
	}

	/**
	 * Note that a job is about to be claimed: from now on it can be cancelled.
	 * @param job the job
	 */
	synchronized void begin(Job job) {
		this.works.put(job, new Work());
	}

	/**
	 * Note that nothing more is done for a job.
	 * @param job the job
	 */
	synchronized void end(Job job) {
		this.works.remove(job);
	}

	/**
	 * Say whether a job is being worked at.
	 * @param job the job
	 * @return whether it is
	 */
	synchronized boolean isAtWork(Job job) {
		return this.works.containsKey(job);
	}

	/**
	 * Grade in this thread.
	 * @param <T> the type of the result
	 * @param job the job that has begun
	 * @param grading what may be interrupted
	 * @return the result, or empty when it was interrupted and cannot be believed
	 */
	<T> Optional<T> run(Job job, Supplier<T> grading) {
		if (!enter(job)) {
			return Optional.empty();
		}
		T result;
		try {
			result = grading.get();
		}
		catch (RuntimeException ex) {
			if (leave(job)) {
				throw ex;
			}
			return Optional.empty();
		}
		return leave(job) ? Optional.of(result) : Optional.empty();
	}

	/**
	 * Interrupt the work at a submission, or keep it from being begun.
	 * @param submission the submission
	 */
	synchronized void cancel(SubmissionId submission) {
		this.works.forEach((job, work) -> {
			if (isOf(job, submission)) {
				work.cancel();
			}
		});
	}

	/**
	 * Say whether all runners are at work.
	 * @return whether a job that is due now has to wait
	 */
	synchronized boolean isFull() {
		return this.works.size() >= this.workers;
	}

	/**
	 * Interrupt one run of a reference solution, if a grading would have to wait for it.
	 */
	synchronized void giveWay() {
		if (isFull()) {
			this.works.entrySet()
				.stream()
				.filter((work) -> work.getKey() instanceof ReferenceJob && !work.getValue().cancelled)
				.findFirst()
				.ifPresent((work) -> work.getValue().cancel());
		}
	}

	private static boolean isOf(Job job, SubmissionId submission) {
		return job instanceof JobId grading && grading.submission().equals(submission);
	}

	/** Interrupt what runs, and let nothing begin any more. */
	synchronized void stop() {
		this.stopped = true;
		this.works.values().forEach(Work::interrupt);
	}

	synchronized boolean isStopped() {
		return this.stopped;
	}

	/**
	 * Say whether what becomes of a job is of no interest any more.
	 * @param job the job
	 * @return whether it was cancelled, gives way, or everything is stopped
	 */
	synchronized boolean isInVain(Job job) {
		Work work = this.works.get(job);
		return this.stopped || (work != null && work.cancelled);
	}

	/**
	 * Say for how long a submission has been worked at.
	 * @param submission the submission
	 * @return the time, zero when it is not worked at here
	 */
	synchronized Duration elapsed(SubmissionId submission) {
		long now = System.nanoTime();
		return this.works.entrySet()
			.stream()
			.filter((work) -> isOf(work.getKey(), submission))
			.map((work) -> Duration.ofNanos(now - work.getValue().since))
			.findFirst()
			.orElse(Duration.ZERO);
	}

	private synchronized boolean enter(Job job) {
		Work work = this.works.get(job);
		if (isInVain(job) || work == null) {
			return false;
		}
		work.thread = Thread.currentThread();
		return true;
	}

	private synchronized boolean leave(Job job) {
		Work work = this.works.get(job);
		if (work != null) {
			work.thread = null;
		}
		// From here on it reads and writes.
		boolean unused = Thread.interrupted();
		return !isInVain(job);
	}

	/**
	 * The work at a job.
	 */
	private static final class Work {

		private final long since = System.nanoTime();

		private @Nullable Thread thread;

		private boolean cancelled;

		void cancel() {
			this.cancelled = true;
			interrupt();
		}

		void interrupt() {
			if (this.thread != null) {
				this.thread.interrupt();
			}
		}

	}

}

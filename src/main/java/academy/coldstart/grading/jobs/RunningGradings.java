package academy.coldstart.grading.jobs;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * The threads that grade. They are interrupted when the application has to stop, but only
 * within {@link #run}: never while they read or write the database, which would be closed
 * by that for everybody.
 */
@Component
class RunningGradings {

	private final Set<Thread> threads = new HashSet<>();

	private boolean stopped;

	/**
	 * Grade in this thread.
	 * @param <T> the type of the result
	 * @param grading what may be interrupted
	 * @return the result, or empty when it was interrupted and cannot be believed
	 */
	<T> Optional<T> run(Supplier<T> grading) {
		if (!enter()) {
			return Optional.empty();
		}
		T result;
		try {
			result = grading.get();
		}
		catch (RuntimeException ex) {
			if (leave()) {
				throw ex;
			}
			return Optional.empty();
		}
		return leave() ? Optional.of(result) : Optional.empty();
	}

	/** Interrupt what runs, and let nothing begin any more. */
	synchronized void stop() {
		this.stopped = true;
		this.threads.forEach(Thread::interrupt);
	}

	synchronized boolean isStopped() {
		return this.stopped;
	}

	private synchronized boolean enter() {
		return !this.stopped && this.threads.add(Thread.currentThread());
	}

	private synchronized boolean leave() {
		this.threads.remove(Thread.currentThread());
		// From here on it reads and writes.
		boolean unused = Thread.interrupted();
		return !this.stopped;
	}

}

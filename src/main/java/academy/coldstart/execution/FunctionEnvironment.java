package academy.coldstart.execution;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * An execution environment as the Lambda service knows it. It outlives its processes:
 * after one ended, the next invocation starts another.
 */
final class FunctionEnvironment {

	private final HostFacilities facilities;

	private final Admission admission;

	private final EnvironmentPlan plan;

	private final LanguageRuntime language;

	private final ReentrantLock invocations = new ReentrantLock(true);

	private @Nullable Incarnation current;

	private boolean stopped;

	FunctionEnvironment(HostFacilities facilities, Admission admission, EnvironmentPlan plan,
			LanguageRuntime language) {
		this.facilities = facilities;
		this.admission = admission;
		this.plan = plan;
		this.language = language;
	}

	EnvironmentPlan plan() {
		return this.plan;
	}

	/**
	 * Start the first process and wait for the end of its Init phase.
	 * @return how that ended
	 * @throws ArchiveRejected when the code or a layer cannot be used
	 */
	InitOutcome start() {
		this.invocations.lock();
		try {
			return spawn().map((started) -> started.init().join()).orElseGet(InitOutcome.Stopped::new);
		}
		finally {
			this.invocations.unlock();
		}
	}

	/**
	 * Have an event handled, by a new process if there is none, and wait for the answer.
	 * @param order the event
	 * @return the answer, or empty when the environment was stopped
	 */
	Optional<InvocationAnswer> invoke(InvocationOrder order) {
		this.invocations.lock();
		try {
			Incarnation living = current();
			if (living != null) {
				Optional<CompletableFuture<InvocationAnswer>> answer = living.invoke(order, !living.wasInvoked());
				if (answer.isPresent()) {
					return unlessStopped(answer.get().join());
				}
			}
			return invokeInNewProcess(order);
		}
		finally {
			this.invocations.unlock();
		}
	}

	private Optional<InvocationAnswer> invokeInNewProcess(InvocationOrder order) {
		Incarnation started = spawn().orElse(null);
		if (started == null) {
			return Optional.empty();
		}
		return switch (started.init().join()) {
			case InitOutcome.Ready ready ->
				started.invoke(order, true).map(CompletableFuture::join).flatMap(this::unlessStopped);
			case InitOutcome.Failed failed -> unlessStopped(started.refuse(order, failed.error()));
			case InitOutcome.Stopped stop -> Optional.empty();
		};
	}

	/** End the process and start no other. */
	void stop() {
		Incarnation last;
		synchronized (this) {
			this.stopped = true;
			last = this.current;
		}
		if (last != null) {
			last.shutDown();
		}
	}

	/** End the process if it is idle; the next invocation starts another. */
	void renew() {
		Incarnation living = current();
		if (living != null && living.isIdle()) {
			living.shutDown();
		}
	}

	/**
	 * Kill the process with an id.
	 * @param id the id of the environment within its trace
	 */
	void kill(String id) {
		Incarnation living = current();
		if (living != null && living.environment().equals(id)) {
			living.kill();
		}
	}

	String log() {
		Incarnation living = current();
		return (living != null) ? living.takeLog() : "";
	}

	private synchronized @Nullable Incarnation current() {
		return this.current;
	}

	private synchronized Optional<Incarnation> spawn() {
		if (this.stopped) {
			return Optional.empty();
		}
		Incarnation started = Incarnation.start(this.facilities, this.admission, this.plan, this.language);
		this.current = started;
		return Optional.of(started);
	}

	private synchronized Optional<InvocationAnswer> unlessStopped(InvocationAnswer answer) {
		if (this.stopped) {
			return Optional.empty();
		}
		boolean ended = this.current == null || this.current.isGone();
		return Optional.of(ended ? answer.endedWithProcess() : answer);
	}

}

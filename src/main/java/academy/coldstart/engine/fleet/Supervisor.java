package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineStatus;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Keeps the engine of one place running, and replaces it when it has ended or has worked
 * long enough. Runs in a thread of its own until it is stopped or gives up.
 */
class Supervisor implements Runnable {

	private static final Log logger = LogFactory.getLog(Supervisor.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private static final int LOOKS_BETWEEN_QUESTIONS = 5;

	private static final int MOST_UNANSWERED = 3;

	private static final int MOST_FAILURES = 5;

	private final EngineProperties properties;

	private final Backend backend;

	private final InstanceStarter starter;

	private final Berth berth;

	private final Semaphore wakeUps = new Semaphore(0);

	private volatile boolean stopping;

	private int failures;

	private int looks;

	private int unanswered;

	Supervisor(EngineProperties properties, Backend backend, Berth berth) {
		this.properties = properties;
		this.backend = backend;
		this.starter = new InstanceStarter(backend);
		this.berth = berth;
	}

	@Override
	public void run() {
		try {
			this.berth.publish(Statuses.STARTING);
			while (!this.stopping && !isHopeless()) {
				look();
				pause(BETWEEN_LOOKS);
			}
		}
		catch (RuntimeException ex) {
			logger.error("The engine is given up", ex);
			this.berth.publish(Statuses.broken(ex));
		}
		finally {
			stopInstances();
		}
	}

	void stop() {
		this.stopping = true;
		this.wakeUps.release();
	}

	private void look() {
		Instance instance = this.berth.current();
		if (instance == null) {
			startWhenPossible();
		}
		else if (!isHealthy(instance)) {
			this.berth.retire(Statuses.CRASHED);
			instance.stop();
			start();
		}
		else if (isDue(instance)) {
			replace(instance);
		}
		this.berth.takeIdle().forEach(Instance::stop);
	}

	private void replace(Instance instance) {
		logger.info("Replacing the engine, leases=" + instance.leases() + " residentBytes=" + instance.residentBytes());
		if (this.properties.warmSpare()) {
			start();
		}
		else {
			this.berth.retire(Statuses.RECYCLING);
		}
	}

	private void startWhenPossible() {
		if (this.properties.warmSpare() || !this.berth.hasRetired()) {
			start();
		}
	}

	private void start() {
		if (isHindered()) {
			return;
		}
		try {
			Instance instance = this.starter.start();
			instance.onEnd(this.wakeUps::release);
			this.berth.admit(instance, Statuses.READY);
			this.failures = 0;
			this.unanswered = 0;
		}
		catch (InstanceFailed ex) {
			this.failures++;
			if (isHopeless()) {
				this.berth.publish(Statuses.broken(ex));
			}
			pause(Duration.ofSeconds(1L << Math.min(this.failures, 4)));
		}
	}

	private boolean isHindered() {
		Optional<EngineStatus> hindered = this.backend.hindrance().map(Statuses::hindered);
		if (this.berth.current() != null) {
			return hindered.isPresent();
		}
		EngineStatus before = status();
		if (hindered.isPresent() && !hindered.get().equals(before)) {
			logger.warn("The engine cannot be started: " + hindered.get().summary());
			this.berth.publish(hindered.get());
		}
		else if (hindered.isEmpty() && before.state() == EngineStatus.State.UNAVAILABLE) {
			this.berth.publish(Statuses.STARTING);
		}
		return hindered.isPresent();
	}

	private boolean isHopeless() {
		return this.failures >= MOST_FAILURES && this.berth.current() == null;
	}

	private boolean isHealthy(Instance instance) {
		if (!instance.isAlive()) {
			logger.warn("The engine is replaced: " + instance.end() + "\n" + instance.log().tail());
			return false;
		}
		this.looks++;
		if (this.looks % LOOKS_BETWEEN_QUESTIONS != 0) {
			return true;
		}
		return isConfined(instance) && answersOrMayBeBusy(instance);
	}

	private boolean isConfined(Instance instance) {
		try {
			instance.requireConfined();
			return true;
		}
		catch (InstanceFailed ex) {
			logger.error(ex.getMessage());
			return false;
		}
	}

	private boolean answersOrMayBeBusy(Instance instance) {
		boolean answers = Inspection.answers(instance.endpoint()) && instance.fault().isEmpty();
		this.unanswered = answers ? 0 : this.unanswered + 1;
		if (this.unanswered >= MOST_UNANSWERED) {
			logger.warn("The engine does not answer any more, endpoint=" + instance.endpoint());
		}
		return this.unanswered < MOST_UNANSWERED && instance.isAlive();
	}

	private boolean isDue(Instance instance) {
		return instance.leases() >= this.properties.recycleAfterLeases()
				|| instance.residentBytes() > this.properties.recycleAboveMemory().toBytes();
	}

	private void pause(Duration duration) {
		try {
			if (this.wakeUps.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
				this.wakeUps.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.stopping = true;
		}
	}

	private void stopInstances() {
		EngineStatus last = this.stopping ? Statuses.STOPPED : status();
		this.berth.takeAll(last).parallelStream().forEach(Instance::stop);
	}

	private EngineStatus status() {
		EngineStatus status = this.berth.status();
		return (status != null) ? status : Statuses.WAITING;
	}

}

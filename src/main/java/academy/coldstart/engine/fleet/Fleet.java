package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.EngineUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The instance that takes new leases, those that still have old ones, and the status that
 * everybody sees.
 */
class Fleet {

	private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final List<Instance> retired = new ArrayList<>();

	private @Nullable Instance current;

	private EngineStatus status;

	Fleet(EngineStatus status) {
		this.status = status;
	}

	EngineStatus status() {
		this.lock.lock();
		try {
			return this.status;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Nullable Instance current() {
		this.lock.lock();
		try {
			return this.current;
		}
		finally {
			this.lock.unlock();
		}
	}

	void publish(EngineStatus news) {
		this.lock.lock();
		try {
			this.status = news;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Let an instance take all new leases. The one that took them before keeps its own.
	 * @param instance the instance
	 * @param news the status from now on
	 */
	void admit(Instance instance, EngineStatus news) {
		this.lock.lock();
		try {
			retire(news);
			this.current = instance;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Let no instance take new leases.
	 * @param news the status from now on
	 */
	void retire(EngineStatus news) {
		this.lock.lock();
		try {
			if (this.current != null) {
				this.retired.add(this.current);
			}
			this.current = null;
			this.status = news;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Take retired instances out that nobody uses any more.
	 * @return those that can be stopped
	 */
	List<Instance> takeIdle() {
		this.lock.lock();
		try {
			List<Instance> idle = new ArrayList<>();
			for (Iterator<Instance> instances = this.retired.iterator(); instances.hasNext();) {
				Instance instance = instances.next();
				if (instance.isIdle() || !instance.isAlive()) {
					instances.remove();
					idle.add(instance);
				}
			}
			return idle;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean hasRetired() {
		this.lock.lock();
		try {
			return !this.retired.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Take all instances out, used or not.
	 * @param news the status from now on
	 * @return all instances
	 */
	List<Instance> takeAll(EngineStatus news) {
		this.lock.lock();
		try {
			retire(news);
			List<Instance> all = List.copyOf(this.retired);
			this.retired.clear();
			return all;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lease an account, waiting for an instance that takes leases.
	 * @param patience how long to wait at most
	 * @return the lease
	 * @throws EngineUnavailable when there is none in time
	 */
	EngineLease lease(Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		this.lock.lock();
		try {
			while (this.current == null || !this.current.isAlive() || this.status.state() == State.UNAVAILABLE) {
				long left = deadline - System.nanoTime();
				// Nobody signals that a process has ended, so look again and again.
				if (this.status.state() == State.UNAVAILABLE || left <= 0) {
					throw new EngineUnavailable(this.status);
				}
				this.changed.await(Math.min(left, LOOK_AGAIN), TimeUnit.NANOSECONDS);
			}
			return new LeasedAccount(this.current);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineUnavailable(this.status);
		}
		finally {
			this.lock.unlock();
		}
	}

}

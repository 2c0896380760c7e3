package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.EngineUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The engines of this machine as one: leases are spread over those that are ready, and
 * everybody sees one status.
 */
class Fleet {

	private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final List<Berth> berths;

	/**
	 * Create a fleet without any instance.
	 * @param engines how many engines it has places for, from 1
	 */
	Fleet(int engines) {
		this.berths = IntStream.range(0, engines).mapToObj((place) -> new Berth(this)).toList();
	}

	List<Berth> berths() {
		return this.berths;
	}

	/**
	 * Return the status of the fleet: the best that there is to say about any of its
	 * places.
	 * @return the status
	 */
	EngineStatus status() {
		return locked(() -> {
			List<EngineStatus> all = this.berths.stream().map(Berth::status).filter(Objects::nonNull).toList();
			long ready = all.stream().filter((status) -> status.state() == State.READY).count();
			return (ready > 0) ? Statuses.ready(ready, this.berths.size())
					: all.stream().min(Comparator.comparingInt(Fleet::rank)).orElse(Statuses.WAITING);
		});
	}

	private static int rank(EngineStatus status) {
		return switch (status.state()) {
			case READY -> 0;
			case RESTARTING -> 1;
			case STARTING -> 2;
			case INSTALLING -> 3;
			case UNAVAILABLE -> 4;
		};
	}

	/**
	 * Lease an account of the engine that has the fewest, waiting for one that takes
	 * leases.
	 * @param patience how long to wait at most
	 * @return the lease
	 * @throws EngineUnavailable when there is none in time
	 */
	EngineLease lease(Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		this.lock.lock();
		try {
			Optional<Instance> instance = leastLeased();
			while (instance.isEmpty()) {
				long left = deadline - System.nanoTime();
				// Nobody signals that a process has ended, so look again and again.
				if (status().state() == State.UNAVAILABLE || left <= 0) {
					throw new EngineUnavailable(status());
				}
				this.changed.await(Math.min(left, LOOK_AGAIN), TimeUnit.NANOSECONDS);
				instance = leastLeased();
			}
			return new LeasedAccount(instance.get());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineUnavailable(status());
		}
		finally {
			this.lock.unlock();
		}
	}

	private Optional<Instance> leastLeased() {
		return this.berths.stream()
			.map(Berth::current)
			.filter(Objects::nonNull)
			.filter(Instance::isAlive)
			.min(Comparator.comparingInt(Instance::openLeases));
	}

	<T extends @Nullable Object> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Tell those who wait to look again. Called under the lock.
	 */
	void changed() {
		this.changed.signalAll();
	}

}

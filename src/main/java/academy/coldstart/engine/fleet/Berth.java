package academy.coldstart.engine.fleet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

import academy.coldstart.engine.EngineStatus;
import org.jspecify.annotations.Nullable;

/**
 * The place of one engine in a fleet: the instance that takes new leases, those before it
 * that still have old ones, and what there is to say about it. Everything happens under
 * the lock of the fleet.
 */
class Berth {

	private final Fleet fleet;

	private final List<Instance> retired = new ArrayList<>();

	private @Nullable Instance current;

	private @Nullable EngineStatus status;

	Berth(Fleet fleet) {
		this.fleet = fleet;
	}

	@Nullable Instance current() {
		return this.fleet.locked(() -> this.current);
	}

	/**
	 * Return what there is to say about this place.
	 * @return the status, or null when nobody has looked after it yet
	 */
	@Nullable EngineStatus status() {
		return this.fleet.locked(() -> this.status);
	}

	/**
	 * Say whether something keeps even an instance that runs from being of use.
	 * @return whether it takes no leases
	 */
	boolean isUnavailable() {
		EngineStatus now = status();
		return now != null && now.state() == EngineStatus.State.UNAVAILABLE;
	}

	void publish(EngineStatus news) {
		change(() -> this.status = news);
	}

	/**
	 * Let an instance take all new leases of this place. The one that took them before
	 * keeps its own.
	 * @param instance the instance
	 * @param news the status from now on
	 */
	void admit(Instance instance, EngineStatus news) {
		change(() -> {
			retire(news);
			this.current = instance;
			return instance;
		});
	}

	/**
	 * Let no instance take new leases.
	 * @param news the status from now on
	 */
	void retire(EngineStatus news) {
		change(() -> {
			if (this.current != null) {
				this.current.retire();
				this.retired.add(this.current);
			}
			this.current = null;
			this.status = news;
			return news;
		});
	}

	/**
	 * Take retired instances out that nobody uses any more.
	 * @return those that can be stopped
	 */
	List<Instance> takeIdle() {
		return change(() -> {
			List<Instance> idle = new ArrayList<>();
			for (Iterator<Instance> instances = this.retired.iterator(); instances.hasNext();) {
				Instance instance = instances.next();
				if (instance.isIdle() || !instance.isAlive()) {
					instances.remove();
					idle.add(instance);
				}
			}
			return idle;
		});
	}

	boolean hasRetired() {
		return this.fleet.locked(() -> !this.retired.isEmpty());
	}

	/**
	 * Take all instances out, used or not.
	 * @param news the status from now on
	 * @return all instances
	 */
	List<Instance> takeAll(EngineStatus news) {
		return change(() -> {
			retire(news);
			List<Instance> all = List.copyOf(this.retired);
			this.retired.clear();
			return all;
		});
	}

	private <T> T change(Supplier<T> change) {
		return this.fleet.locked(() -> {
			T result = change.get();
			this.fleet.changed();
			return result;
		});
	}

}

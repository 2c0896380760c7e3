package academy.coldstart.simulator.concurrency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The environments of a function, and who handles what. Callers are synchronous and do
 * not try again.
 * <p>
 * Sources: AWS Lambda Developer Guide, Understanding Lambda function scaling (one request
 * at a time, 1,000 more environments every ten seconds, nothing is saved up), Configuring
 * provisioned concurrency (what is provisioned is used first, the rest runs on demand).
 */
final class Fleet {

	static final int NEW_PER_TEN_SECONDS = 1000;

	private static final double NEW_PER_MICROSECOND = NEW_PER_TEN_SECONDS / 10_000_000.0;

	private final Limits limits;

	private final long init;

	private final long duration;

	private final List<Environment> environments = new ArrayList<>();

	private final List<Request> requests = new ArrayList<>();

	private double room = NEW_PER_TEN_SECONDS;

	private long before;

	Fleet(Limits limits, long init, long duration) {
		this.limits = limits;
		this.init = init;
		this.duration = duration;
		for (int count = 0; count < limits.provisioned(); count++) {
			this.environments.add(new Environment(true));
		}
	}

	/**
	 * Take a request in.
	 * @param at when it comes, not before the one before
	 */
	void take(long at) {
		this.room = Math.min(NEW_PER_TEN_SECONDS, this.room + (at - this.before) * NEW_PER_MICROSECOND);
		this.before = at;
		int busy = busy(at);
		Optional<Environment> free = free(at);
		if (busy >= this.limits.concurrency() || (free.isEmpty() && this.room < 1)) {
			this.requests.add(new Request(at, busy, environments(at), false, -1));
		}
		else if (free.isPresent()) {
			long end = free.get().handle(at, 0, this.duration);
			this.requests.add(new Request(at, busy + 1, environments(at), false, end - at));
		}
		else {
			this.room--;
			Environment made = new Environment(false);
			this.environments.add(made);
			long end = made.handle(at, this.init, this.duration);
			this.requests.add(new Request(at, busy + 1, environments(at), true, end - at));
		}
	}

	private int busy(long at) {
		return (int) this.environments.stream().filter((environment) -> environment.isBusy(at)).count();
	}

	private int environments(long at) {
		return (int) this.environments.stream()
			.filter((environment) -> environment.isBusy(at) || environment.isThere(at, this.limits.idle()))
			.count();
	}

	private Optional<Environment> free(long at) {
		return this.environments.stream()
			.filter((environment) -> !environment.isBusy(at) && environment.isThere(at, this.limits.idle()))
			.max(Comparator.comparing(Environment::isProvisioned).thenComparingLong(Environment::free));
	}

	List<Environment> environments() {
		return this.environments;
	}

	List<Request> requests() {
		return this.requests;
	}

	/**
	 * What became of a request.
	 *
	 * @param at when it came, in microseconds
	 * @param busy how many invocations there were then, this one included
	 * @param environments how many environments there were then
	 * @param cold whether it waited for its environment to be made
	 * @param latency when it was answered, in microseconds after it came; below zero when
	 * it was throttled
	 */
	record Request(long at, int busy, int environments, boolean cold, long latency) {

		boolean throttled() {
			return this.latency < 0;
		}

	}

}

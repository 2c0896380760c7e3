package academy.coldstart.simulator.concurrency;

import java.util.List;

import academy.coldstart.simulator.concurrency.Fleet.Request;

/**
 * Counts what became of requests.
 *
 * @param requests the requests
 */
record Tally(List<Request> requests) {

	Tally {
		requests = List.copyOf(requests);
	}

	int count() {
		return this.requests.size();
	}

	long cold() {
		return this.requests.stream().filter(Request::cold).count();
	}

	long throttled() {
		return this.requests.stream().filter(Request::throttled).count();
	}

	int busiest() {
		return this.requests.stream().mapToInt(Request::busy).max().orElse(0);
	}

	int environments() {
		return this.requests.stream().mapToInt(Request::environments).max().orElse(0);
	}

	/**
	 * Return how long a share of the answered requests took at most, by nearest rank.
	 * @param percent from 1 to 100
	 * @return milliseconds, zero when none was answered
	 */
	long latency(int percent) {
		long[] sorted = this.requests.stream()
			.filter((request) -> !request.throttled())
			.mapToLong(Request::latency)
			.sorted()
			.toArray();
		return (sorted.length == 0) ? 0 : sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1000;
	}

	Tally within(long start, long end) {
		return new Tally(
				this.requests.stream().filter((request) -> request.at() >= start && request.at() < end).toList());
	}

}

package academy.coldstart.simulator.concurrency;

import java.util.Random;
import java.util.stream.LongStream;

/**
 * When requests arrive, within half a minute.
 *
 * @param rate requests per second
 * @param burst how many come at once besides, after ten seconds
 * @param even whether they come at equal distances; else as independent people send them
 * @param seed which of the random loads it is
 */
record Load(int rate, int burst, boolean even, int seed) {

	static final int SECONDS = 30;

	static final long BURST_AT = 10_000_000;

	private static final long SECOND = 1_000_000;

	/**
	 * Return the times.
	 * @return microseconds from the start, in order
	 */
	long[] arrivals() {
		LongStream steady = this.even ? evenly() : independently();
		return LongStream.concat(steady, LongStream.generate(() -> BURST_AT).limit(this.burst)).sorted().toArray();
	}

	private LongStream evenly() {
		return LongStream.range(0, (long) this.rate * SECONDS).map((request) -> request * SECOND / this.rate);
	}

	// Independent callers make a Poisson process: the distances are exponential.
	private LongStream independently() {
		if (this.rate == 0) {
			return LongStream.empty();
		}
		Random random = new Random(this.seed);
		double mean = (double) SECOND / this.rate;
		return LongStream.iterate(distance(random, mean), (time) -> time < SECONDS * SECOND,
				(time) -> time + distance(random, mean));
	}

	private static long distance(Random random, double mean) {
		return Math.round(-Math.log(1 - random.nextDouble()) * mean);
	}

}

package academy.coldstart.bench;

import java.util.List;
import java.util.function.Consumer;

/**
 * What to measure.
 *
 * @param names the names of the benchmarks, or an empty list for the usual ones
 * @param rounds how often each is repeated, from 1
 * @param progress hears a sentence about every step
 */
public record BenchPlan(List<String> names, int rounds, Consumer<String> progress) {

	public BenchPlan {
		names = List.copyOf(names);
		if (rounds < 1) {
			throw new IllegalArgumentException("A benchmark needs at least one round");
		}
	}

	boolean includes(Benchmark benchmark) {
		return this.names.isEmpty() ? benchmark.isUsual() : this.names.contains(benchmark.name());
	}

}

package academy.coldstart.bench;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Runs the benchmarks, one after the other.
 */
@Component
public class Benchmarks {

	private final List<Benchmark> benchmarks;

	private final Clock clock;

	Benchmarks(List<Benchmark> benchmarks, Clock clock) {
		this.benchmarks = List.copyOf(benchmarks);
		this.clock = clock;
	}

	/**
	 * Return the names that a plan may choose from.
	 * @return the names
	 */
	public List<String> names() {
		return this.benchmarks.stream().map(Benchmark::name).toList();
	}

	/**
	 * Measure. A benchmark that fails does not stop the others.
	 * @param plan what to measure
	 * @return the figures
	 */
	public BenchReport run(BenchPlan plan) {
		LocalDateTime begin = LocalDateTime.now(this.clock);
		String machine = Machine.describe();
		List<Figure> figures = new ArrayList<>();
		List<String> failures = new ArrayList<>();
		for (Benchmark benchmark : this.benchmarks) {
			if (plan.includes(benchmark)) {
				measure(benchmark, plan, figures, failures);
			}
		}
		return new BenchReport(begin, machine, figures, failures);
	}

	private static void measure(Benchmark benchmark, BenchPlan plan, List<Figure> figures, List<String> failures) {
		try {
			benchmark.measure(plan, (figure) -> {
				figures.add(figure);
				plan.listener().accept(figure);
			});
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			failures.add(benchmark.name() + ": interrupted");
		}
		catch (Exception ex) {
			failures.add(benchmark.name() + ": " + ex.getMessage());
		}
	}

}

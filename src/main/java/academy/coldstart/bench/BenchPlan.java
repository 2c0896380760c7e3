package academy.coldstart.bench;

import java.util.List;
import java.util.function.Consumer;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Slug;

/**
 * What to measure.
 *
 * @param names the names of the benchmarks, or an empty list for the usual ones
 * @param exercises the exercises whose verdicts are measured, or an empty list for all
 * @param rounds how often each is repeated, from 1
 * @param progress hears a sentence about every step
 * @param listener is given each figure as soon as it is known
 */
public record BenchPlan(List<String> names, List<Slug> exercises, int rounds, Consumer<String> progress,
		Consumer<Figure> listener) {

	public BenchPlan {
		names = List.copyOf(names);
		exercises = List.copyOf(exercises);
		if (rounds < 1) {
			throw new IllegalArgumentException("A benchmark needs at least one round");
		}
	}

	boolean includes(Benchmark benchmark) {
		return this.names.isEmpty() ? benchmark.isUsual() : this.names.contains(benchmark.name());
	}

	List<Exercise> chosen(List<Exercise> all) {
		return this.exercises.isEmpty() ? all
				: all.stream().filter((exercise) -> this.exercises.contains(exercise.slug())).toList();
	}

}

package academy.coldstart.course.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of some exercises are passed. An exercise of two lessons counts once.
 *
 * @param passed how many are passed
 * @param all how many there are
 * @param begun whether one of them was handed in
 */
record Tally(int passed, int all, boolean begun) {

	static Tally of(List<ExerciseRow> exercises) {
		Map<String, ExerciseStanding> standings = new LinkedHashMap<>();
		exercises.forEach((exercise) -> standings.put(exercise.slug(), exercise.standing()));
		Collection<ExerciseStanding> each = standings.values();
		int passed = (int) each.stream().filter((standing) -> standing == ExerciseStanding.PASSED).count();
		return new Tally(passed, each.size(),
				each.stream().anyMatch((standing) -> standing != ExerciseStanding.NOT_STARTED));
	}

	public ModuleStanding standing() {
		if (this.all > 0 && this.passed == this.all) {
			return ModuleStanding.DONE;
		}
		return this.begun ? ModuleStanding.STARTED : ModuleStanding.NOT_STARTED;
	}

	public String words() {
		return switch (this.all) {
			case 0 -> "No exercises yet";
			case 1 -> (this.passed == 1) ? "Its exercise is passed" : "1 exercise";
			default -> "%d of %d exercises passed".formatted(this.passed, this.all);
		};
	}

}

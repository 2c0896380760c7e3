package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.hint.OpenedHints;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The hints of a check that fails. Those that were not opened are not among them.
 *
 * @param check the id of the check
 * @param all how many hints there are
 * @param open the open hints in order
 * @param unrecorded whether opening them could not be recorded
 * @param seed the run that the page shows, when it was chosen
 */
record HintsView(String check, int all, List<List<Phrase>> open, boolean unrecorded, @Nullable Long seed) {

	HintsView {
		open = List.copyOf(open);
	}

	/**
	 * Show what is open.
	 * @param result the result of the check
	 * @param exercise the exercise, when it is still there
	 * @param opened which hints are open
	 * @param seed the run that was chosen
	 * @return the hints, or null when the check does not fail or has none
	 */
	static @Nullable HintsView of(CheckResult result, @Nullable Exercise exercise, OpenedHints opened,
			@Nullable Long seed) {
		List<String> hints = (exercise != null) ? hints(exercise, result.id()) : List.of();
		if (hints.isEmpty() || result.outcome() != CheckResult.Outcome.FAILED) {
			return null;
		}
		return new HintsView(result.id(), hints.size(),
				hints.stream().limit(opened.steps(result.id())).map(Phrase::parse).toList(),
				opened.isUnrecorded(result.id()), seed);
	}

	private static List<String> hints(Exercise exercise, String check) {
		return exercise.checks()
			.stream()
			.filter((definition) -> definition.id().equals(check))
			.map(CheckDefinition::hints)
			.findFirst()
			.orElse(List.of());
	}

	/**
	 * Say whether there are hints left to open.
	 * @return whether there are
	 */
	public boolean more() {
		return this.open.size() < this.all;
	}

	/**
	 * Return the place of the hint to open next.
	 * @return its place, from 1
	 */
	public int next() {
		return this.open.size() + 1;
	}

}

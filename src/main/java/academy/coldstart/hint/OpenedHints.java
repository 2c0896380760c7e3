package academy.coldstart.hint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hints of an attempt that are open.
 *
 * @param steps how many hints of a check are open, by the id of the check
 * @param unrecorded the checks with open hints that could not be recorded yet
 */
public record OpenedHints(Map<String, Integer> steps, Set<String> unrecorded) {

	/** No hint is open. */
	public static final OpenedHints NONE = new OpenedHints(Map.of(), Set.of());

	public OpenedHints {
		steps = Map.copyOf(steps);
		unrecorded = Set.copyOf(unrecorded);
	}

	static OpenedHints of(List<OpenedHint> recorded, List<OpenedHint> unrecorded) {
		Map<String, Integer> steps = new HashMap<>();
		recorded.forEach((hint) -> steps.merge(hint.check(), hint.step(), Math::max));
		unrecorded.forEach((hint) -> steps.merge(hint.check(), hint.step(), Math::max));
		return new OpenedHints(steps, unrecorded.stream().map(OpenedHint::check).collect(Collectors.toSet()));
	}

	/**
	 * Say how many hints of a check are open.
	 * @param check the id of the check
	 * @return 0 or more
	 */
	public int steps(String check) {
		return this.steps.getOrDefault(check, 0);
	}

	/**
	 * Say whether open hints of a check could not be recorded yet.
	 * @param check the id of the check
	 * @return whether one could not
	 */
	public boolean isUnrecorded(String check) {
		return this.unrecorded.contains(check);
	}

}

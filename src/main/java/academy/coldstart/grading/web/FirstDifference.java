package academy.coldstart.grading.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Where two runs begin to differ: in the first invocation of the one that has no equal in
 * the other, beside the one there that begins most alike.
 *
 * @param same how many calls are the same before that
 * @param before the call of the one, or null when there is none
 * @param after the call of the other, or null when there is none
 */
record FirstDifference(int same, @Nullable RecordedCall before, @Nullable RecordedCall after) {

	/**
	 * Compare two runs.
	 * @param before the one
	 * @param after the other
	 * @param likeness says what alike calls have in common
	 * @return where they begin to differ
	 */
	static FirstDifference between(Trace before, Trace after, Function<RecordedCall, String> likeness) {
		List<CallGroup> first = CallGroup.of(before, likeness);
		List<CallGroup> second = CallGroup.of(after, likeness);
		List<CallGroup> onlyFirst = CallGroup.without(first, second);
		List<CallGroup> onlySecond = CallGroup.without(second, first);
		if (onlyFirst.isEmpty()) {
			return new FirstDifference(before.calls().size(), null, call(onlySecond.stream().findFirst(), 0));
		}
		CallGroup differs = onlyFirst.getFirst();
		// Of several that begin equally alike, the earliest.
		Optional<CallGroup> nearest = onlySecond.stream().max(Comparator.comparingInt(differs::common));
		int common = nearest.map(differs::common).orElse(0);
		return new FirstDifference(alike(first, onlyFirst) + common, call(Optional.of(differs), common),
				call(nearest, common));
	}

	/**
	 * Return whether there is no difference.
	 * @return whether each invocation has an equal
	 */
	boolean isNone() {
		return this.before == null && this.after == null;
	}

	private static int alike(List<CallGroup> groups, List<CallGroup> different) {
		return groups.subList(0, groups.indexOf(different.getFirst()))
			.stream()
			.mapToInt((group) -> group.calls().size())
			.sum();
	}

	private static @Nullable RecordedCall call(Optional<CallGroup> group, int index) {
		return group.filter((found) -> index < found.calls().size())
			.map((found) -> found.calls().get(index))
			.orElse(null);
	}

}

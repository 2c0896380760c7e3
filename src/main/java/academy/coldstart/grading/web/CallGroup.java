package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.coldstart.trace.Trace;

/**
 * The calls of one invocation, or of one Init phase. Concurrent invocations mix in
 * another order every time; the calls of each do not.
 *
 * @param calls the calls by time
 * @param likenesses what calls have to have in common to be alike, one for each
 */
record CallGroup(List<RecordedCall> calls, List<String> likenesses) {

	CallGroup {
		calls = List.copyOf(calls);
		likenesses = List.copyOf(likenesses);
	}

	/**
	 * Return the groups of a run.
	 * @param trace the run
	 * @param likeness says what alike calls have in common
	 * @return the groups, by their first calls
	 */
	static List<CallGroup> of(Trace trace, Function<RecordedCall, String> likeness) {
		return RecordedCall.of(trace)
			.stream()
			.collect(Collectors.groupingBy(RecordedCall::place, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((calls) -> new CallGroup(calls, calls.stream().map(likeness).toList()))
			.toList();
	}

	/**
	 * Leave out what has an equal on the other side, each of which counts once.
	 * @param groups the groups of one run
	 * @param others the groups of another
	 * @return what only the one has
	 */
	static List<CallGroup> without(List<CallGroup> groups, List<CallGroup> others) {
		Map<List<String>, Integer> equals = new HashMap<>();
		others.forEach((other) -> equals.merge(other.likenesses, 1, Integer::sum));
		List<CallGroup> left = new ArrayList<>();
		for (CallGroup group : groups) {
			if (equals.merge(group.likenesses, -1, Integer::sum) < 0) {
				left.add(group);
			}
		}
		return left;
	}

	/**
	 * Count how many calls are alike before the first that is not.
	 * @param other another group
	 * @return the length of the common beginning
	 */
	int common(CallGroup other) {
		int most = Math.min(this.calls.size(), other.calls.size());
		int same = 0;
		while (same < most && this.likenesses.get(same).equals(other.likenesses.get(same))) {
			same++;
		}
		return same;
	}

}

package academy.coldstart.grading.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.coldstart.trace.Trace;

/**
 * How often an operation was called in two runs.
 *
 * @param operation the service and the operation
 * @param before how often in the one
 * @param after how often in the other
 */
record CallCount(String operation, long before, long after) {

	/** More operations than this make nobody wiser. */
	private static final int MOST = 40;

	/**
	 * Count the calls of two runs.
	 * @param before the one
	 * @param after the other
	 * @param name says what a call is counted as
	 * @return the counts, those first that differ
	 */
	static List<CallCount> of(Trace before, Trace after, Function<RecordedCall, String> name) {
		Map<String, Long> first = count(before, name);
		Map<String, Long> second = count(after, name);
		TreeSet<String> names = new TreeSet<>(first.keySet());
		names.addAll(second.keySet());
		return names.stream()
			.map((one) -> new CallCount(one, first.getOrDefault(one, 0L), second.getOrDefault(one, 0L)))
			.sorted(Comparator.comparing(CallCount::isSame))
			.limit(MOST)
			.toList();
	}

	private static Map<String, Long> count(Trace trace, Function<RecordedCall, String> name) {
		return RecordedCall.of(trace)
			.stream()
			.collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
	}

	/**
	 * Return whether it is as often in both.
	 * @return whether it is
	 */
	public boolean isSame() {
		return this.before == this.after;
	}

}

package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * How the AWS calls of two attempts differ. Names and values differ in any two runs, so
 * calls are compared by what they do and how they end.
 *
 * @param counts how often each operation was called
 * @param same how many calls are the same before the first that differs
 * @param before the first call that differs, or null when there were no more
 * @param after its counterpart, or null when there were no more
 */
record CallsChange(List<Count> counts, int same, @Nullable Side before, @Nullable Side after) {

	/** More operations than this make nobody wiser. */
	private static final int MOST_COUNTS = 40;

	private static final int BODY = 1500;

	CallsChange {
		counts = List.copyOf(counts);
	}

	/**
	 * Compare the calls of two runs.
	 * @param before the one
	 * @param after the other
	 * @return how they differ
	 */
	static CallsChange between(Trace before, Trace after) {
		List<TimelineRow> first = calls(before);
		List<TimelineRow> second = calls(after);
		int same = 0;
		while (same < Math.min(first.size(), second.size()) && isLike(first.get(same), second.get(same))) {
			same++;
		}
		return new CallsChange(counts(first, second), same, side(before, first, same), side(after, second, same));
	}

	/**
	 * Return whether both made the same calls.
	 * @return whether no call differs
	 */
	public boolean isSame() {
		return this.before == null && this.after == null;
	}

	private static List<TimelineRow> calls(Trace trace) {
		return TimelineRows.of(trace).stream().filter((row) -> row.kind().equals("call")).toList();
	}

	private static boolean isLike(TimelineRow one, TimelineRow other) {
		return one.what().equals(other.what()) && one.status().equals(other.status())
				&& one.error().equals(other.error());
	}

	private static List<Count> counts(List<TimelineRow> first, List<TimelineRow> second) {
		Map<String, Long> before = counts(first);
		Map<String, Long> after = counts(second);
		TreeSet<String> operations = new TreeSet<>(before.keySet());
		operations.addAll(after.keySet());
		List<Count> counts = new ArrayList<>();
		operations.forEach((operation) -> counts
			.add(new Count(operation, before.getOrDefault(operation, 0L), after.getOrDefault(operation, 0L))));
		return counts.stream().sorted(Comparator.comparing(Count::isSame)).limit(MOST_COUNTS).toList();
	}

	private static Map<String, Long> counts(List<TimelineRow> rows) {
		return rows.stream().collect(Collectors.groupingBy(TimelineRow::what, TreeMap::new, Collectors.counting()));
	}

	private static @Nullable Side side(Trace trace, List<TimelineRow> rows, int index) {
		if (index >= rows.size()) {
			return null;
		}
		TimelineRow row = rows.get(index);
		AwsCall call = trace.calls().stream().filter((one) -> one.id().equals(row.anchor())).findFirst().orElseThrow();
		String body = Objects.requireNonNullElse(call.request().text(), "");
		return new Side(row.what() + " at " + row.at(), row.resource(),
				row.status() + (row.error().isEmpty() ? "" : ", " + row.error()),
				VisibleText.of(body.substring(0, Math.min(body.length(), BODY))));
	}

	/**
	 * How often an operation was called.
	 *
	 * @param operation the service and the operation
	 * @param before how often in the one
	 * @param after how often in the other
	 */
	record Count(String operation, long before, long after) {

		/**
		 * Return whether it is as often in both.
		 * @return whether it is
		 */
		public boolean isSame() {
			return this.before == this.after;
		}

	}

	/**
	 * A call that differs.
	 *
	 * @param what what it is, and when
	 * @param resource what it touches
	 * @param status how it ended
	 * @param body the beginning of its request, may be empty
	 */
	record Side(String what, String resource, String status, String body) {
	}

}

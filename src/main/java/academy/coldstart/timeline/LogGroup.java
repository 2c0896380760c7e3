package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.VisibleText;

/**
 * The log lines of one invocation, or of an environment outside its invocations.
 *
 * @param title whose lines they are
 * @param open whether it is shown unfolded, as a check points into it
 * @param lines the lines in order
 */
public record LogGroup(String title, boolean open, List<Line> lines) {

	/** How many lines a page shows; downloads have all. */
	public static final int MAX_LINES = 600;

	/**
	 * Group the log lines of a run.
	 * @param trace what happened
	 * @param evidence the ids of lines that a check points at
	 * @return the groups, each in the order of its lines
	 */
	public static List<LogGroup> of(Trace trace, Set<String> evidence) {
		Map<String, String> names = TimelineRows.environmentNames(trace);
		Map<String, List<Line>> groups = new LinkedHashMap<>();
		trace.logs()
			.stream()
			.limit(MAX_LINES)
			.forEach((line) -> groups.computeIfAbsent(title(line, names), (title) -> new ArrayList<>())
				.add(Line.of(line, evidence.contains(line.id()))));
		return groups.entrySet()
			.stream()
			.map((group) -> new LogGroup(group.getKey(), group.getValue().stream().anyMatch(Line::evidence),
					List.copyOf(group.getValue())))
			.toList();
	}

	private static String title(LogLine line, Map<String, String> names) {
		String name = names.getOrDefault(line.environment(), line.environment());
		return name + ((line.invocation() != null) ? ", invocation " + line.invocation() : ", outside invocations");
	}

	/**
	 * A log line.
	 *
	 * @param anchor its id in the page
	 * @param at when it was written
	 * @param source who wrote it
	 * @param text the line
	 * @param evidence whether a check points at it
	 */
	public record Line(String anchor, String at, String source, String text, boolean evidence) {

		static Line of(LogLine line, boolean evidence) {
			return new Line(line.id(), Milliseconds.at(line.atMs()), Words.of(line.source()),
					VisibleText.line(line.text()), evidence);
		}

	}

}

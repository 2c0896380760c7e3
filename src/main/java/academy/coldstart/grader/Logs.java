package academy.coldstart.grader;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import academy.coldstart.trace.LogLine;
import tools.jackson.databind.JsonNode;

/**
 * Log lines, to be narrowed down.
 *
 * @param list the lines in the order in which they were written
 */
public record Logs(List<LogLine> list) implements Iterable<LogLine> {

	private static final Set<LogLine.Source> FUNCTION = Set.of(LogLine.Source.STDOUT, LogLine.Source.STDERR);

	public Logs {
		list = List.copyOf(list);
	}

	/**
	 * Keep what the function wrote itself.
	 * @return the lines without those of the platform
	 */
	public Logs written() {
		return matching((line) -> FUNCTION.contains(line.source()));
	}

	/**
	 * Keep what the platform wrote: START, END, REPORT and limits.
	 * @return those lines
	 */
	public Logs platform() {
		return matching((line) -> line.source() == LogLine.Source.PLATFORM);
	}

	/**
	 * Keep lines of an invocation.
	 * @param requestId its AWS request id
	 * @return those lines
	 */
	public Logs invocation(String requestId) {
		return matching((line) -> requestId.equals(line.invocation()));
	}

	public Logs environment(String environment) {
		return matching((line) -> line.environment().equals(environment));
	}

	public Logs containing(String text) {
		return matching((line) -> line.text().contains(text));
	}

	/**
	 * Keep what was written at or after a moment.
	 * @param mark the moment, from {@link Run#mark()}
	 * @return those lines
	 */
	public Logs since(double mark) {
		return matching((line) -> line.atMs() >= mark);
	}

	public Logs matching(Predicate<LogLine> condition) {
		return new Logs(this.list.stream().filter(condition).toList());
	}

	/**
	 * Return the lines that are JSON objects.
	 * @return the objects in order
	 */
	public List<JsonNode> objects() {
		return this.list.stream().map((line) -> Json.read(line.text())).filter(JsonNode::isObject).toList();
	}

	public int count() {
		return this.list.size();
	}

	public boolean isEmpty() {
		return this.list.isEmpty();
	}

	@Override
	public Iterator<LogLine> iterator() {
		return this.list.iterator();
	}

}

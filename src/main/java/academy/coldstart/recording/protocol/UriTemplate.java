package academy.coldstart.recording.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The path of an operation, such as <code>/{Bucket}/{Key+}</code>.
 *
 * @param segments the segments, without slashes
 */
record UriTemplate(List<String> segments) {

	static UriTemplate parse(String template) {
		return new UriTemplate(split(template));
	}

	// Cut a path at its slashes. A trailing slash counts as no segment, so that
	// {@code /bucket/} is a bucket.
	static List<String> split(String path) {
		List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
		if (segments.getLast().isEmpty()) {
			segments.removeLast();
		}
		return segments;
	}

	/**
	 * Match a path.
	 * @param path the raw path
	 * @return the decoded labels, or null when it does not match
	 */
	@Nullable Map<String, String> match(String path) {
		List<String> actual = split(path);
		Map<String, String> labels = new LinkedHashMap<>();
		for (int i = 0; i < this.segments.size(); i++) {
			String expected = this.segments.get(i);
			if (expected.endsWith("+}")) {
				String rest = rest(path, i);
				return rest.isEmpty() ? null : with(labels, expected, rest);
			}
			if (i >= actual.size() || !matches(expected, actual.get(i), labels)) {
				return null;
			}
		}
		return (actual.size() == this.segments.size()) ? labels : null;
	}

	int literals() {
		return (int) this.segments.stream().filter((segment) -> !segment.startsWith("{")).count();
	}

	boolean isGreedy() {
		return !this.segments.isEmpty() && this.segments.getLast().endsWith("+}");
	}

	private static boolean matches(String expected, String actual, Map<String, String> labels) {
		if (!expected.startsWith("{")) {
			return expected.equals(actual);
		}
		if (!actual.isEmpty()) {
			with(labels, expected, actual);
		}
		return !actual.isEmpty();
	}

	private static Map<String, String> with(Map<String, String> labels, String label, String value) {
		labels.put(label.replaceAll("[{}+]", ""), PercentCoding.decode(value, false));
		return labels;
	}

	private static String rest(String path, int segment) {
		int from = 0;
		for (int i = 0; i <= segment; i++) {
			from = path.indexOf('/', from) + 1;
			if (from == 0) {
				return "";
			}
		}
		return path.substring(from);
	}

}

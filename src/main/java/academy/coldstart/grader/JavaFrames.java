package academy.coldstart.grader;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Reads the stack traces of Java functions: the innermost frame comes first, and each
 * cause follows after a line of its own.
 */
final class JavaFrames {

	private static final String CAUSE = "Caused by: ";

	/**
	 * Such as {@code larkspur.Charges.claim(Charges.java:42)}, with or without module.
	 */
	private static final Pattern FRAME = Pattern
		.compile("^(?:[^\\s(]+/)?(?:([^\\s(]+)\\.)?[^\\s(.]+\\.[^\\s(.]+\\(([^\\s()]+\\.java):(\\d+)\\)$");

	private JavaFrames() {
	}

	/**
	 * Find the innermost line of the learner's own code, in the last cause that has one.
	 * @param error the error object
	 * @param files the learner's files
	 * @return the place
	 */
	static Optional<Place> place(JsonNode error, Collection<String> files) {
		List<String> frames = frames(error);
		Place found = null;
		boolean searching = true;
		for (String frame : frames) {
			searching |= frame.startsWith(CAUSE);
			Optional<Place> place = searching ? place(frame, files) : Optional.empty();
			if (place.isPresent()) {
				found = place.get();
				searching = false;
			}
		}
		return Optional.ofNullable(found);
	}

	/**
	 * Return the last cause, which is where an error began.
	 * @param error the error object
	 * @return such as {@code java.lang.ArithmeticException: / by zero}, or empty when the
	 * error has no cause
	 */
	static Optional<String> cause(JsonNode error) {
		return frames(error).stream()
			.filter((frame) -> frame.startsWith(CAUSE))
			.reduce((first, second) -> second)
			.map((frame) -> frame.substring(CAUSE.length()));
	}

	private static List<String> frames(JsonNode error) {
		return error.path("stackTrace").valueStream().map((frame) -> frame.asString("")).toList();
	}

	private static Optional<Place> place(String frame, Collection<String> files) {
		Matcher matcher = FRAME.matcher(frame);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String folder = (matcher.group(1) != null) ? matcher.group(1).replace('.', '/') + "/" : "";
		String name = matcher.group(2);
		int line = Integer.parseInt(matcher.group(3));
		return file(folder + name, files).or(() -> file(name, files)).map((file) -> new Place(file, line));
	}

	// Two files may end in the same name; then there is no telling which is meant.
	private static Optional<String> file(String ending, Collection<String> files) {
		List<String> candidates = files.stream()
			.filter((file) -> file.equals(ending) || file.endsWith("/" + ending))
			.toList();
		return (candidates.size() == 1) ? Optional.of(candidates.getFirst()) : Optional.empty();
	}

}

package academy.coldstart.grader;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A place in the learner's files.
 *
 * @param file the file as it was handed in
 * @param line the line, from 1
 */
public record Place(String file, int line) {

	private static final Pattern FORM = Pattern.compile("(.+):(\\d{1,6})");

	/**
	 * Read a place from the text that a function sends.
	 * @param frame such as {@code handler.py:28}, or null
	 * @param files the learner's files
	 * @return the place, or empty when it is in none of the files
	 */
	static Optional<Place> parse(@Nullable String frame, Set<String> files) {
		Matcher matcher = FORM.matcher((frame != null) ? frame : "");
		return (matcher.matches() && files.contains(matcher.group(1)))
				? Optional.of(new Place(matcher.group(1), Integer.parseInt(matcher.group(2)))) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.file + ", line " + this.line;
	}

}

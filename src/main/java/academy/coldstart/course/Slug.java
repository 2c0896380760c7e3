package academy.coldstart.course;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a lesson or an exercise: the same in its folder, its grader, its address
 * and on the command line.
 *
 * @param value lower-case words joined by hyphens, such as {@code charge-once}
 */
public record Slug(String value) implements Comparable<Slug> {

	private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	public Slug {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"'" + value + "' is not a name of lower-case words joined by hyphens, such as charge-once");
		}
	}

	/**
	 * Take a text that somebody typed or linked to.
	 * @param text the text
	 * @return the name, or empty when it cannot be one
	 */
	public static Optional<Slug> find(String text) {
		return isValid(text) ? Optional.of(new Slug(text)) : Optional.empty();
	}

	public static boolean isValid(String value) {
		return FORM.matcher(value).matches();
	}

	@Override
	public int compareTo(Slug other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

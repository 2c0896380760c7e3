package academy.coldstart.course;

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

package academy.coldstart.grading.template;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A template that cannot be deployed. The message says what, where and what to do.
 */
public class InvalidTemplate extends RuntimeException {

	private final String kind;

	private final @Nullable Integer line;

	private final transient List<InvalidTemplate> others;

	private final int left;

	/**
	 * Create the exception.
	 * @param kind the short name, such as {@code unsupported-resource}
	 * @param message a sentence for the author of the template
	 * @param line the line to blame, from 1, or null
	 */
	public InvalidTemplate(String kind, String message, @Nullable Integer line) {
		this(kind, message, line, List.of(), 0);
	}

	private InvalidTemplate(String kind, String message, @Nullable Integer line, List<InvalidTemplate> others,
			int left) {
		super(message);
		this.kind = kind;
		this.line = line;
		this.others = List.copyOf(others);
		this.left = left;
	}

	public String kind() {
		return this.kind;
	}

	public @Nullable Integer line() {
		return this.line;
	}

	/**
	 * Return what else is wrong with the template.
	 * @return the other problems by their lines, those without a line at the end; none of
	 * them has others
	 */
	public List<InvalidTemplate> others() {
		return this.others;
	}

	/**
	 * Return how many more problems there are, which were too many to keep.
	 * @return none or more
	 */
	public int left() {
		return this.left;
	}

	List<InvalidTemplate> all() {
		return Stream.concat(Stream.of(with(List.of(), 0)), this.others.stream()).toList();
	}

	InvalidTemplate with(List<InvalidTemplate> more, int left) {
		InvalidTemplate complete = new InvalidTemplate(this.kind, Objects.requireNonNull(getMessage()), this.line,
				more.stream()
					.sorted(Comparator.comparing(InvalidTemplate::line,
							Comparator.nullsLast(Comparator.naturalOrder())))
					.toList(),
				left);
		complete.setStackTrace(getStackTrace());
		return complete;
	}

}

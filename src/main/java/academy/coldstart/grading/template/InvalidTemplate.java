package academy.coldstart.grading.template;

import org.jspecify.annotations.Nullable;

/**
 * A template that cannot be deployed. The message says what, where and what to do.
 */
public class InvalidTemplate extends RuntimeException {

	private final String kind;

	private final @Nullable Integer line;

	/**
	 * Create the exception.
	 * @param kind the short name, such as {@code unsupported-resource}
	 * @param message a sentence for the author of the template
	 * @param line the line to blame, from 1, or null
	 */
	public InvalidTemplate(String kind, String message, @Nullable Integer line) {
		super(message);
		this.kind = kind;
		this.line = line;
	}

	public String kind() {
		return this.kind;
	}

	public @Nullable Integer line() {
		return this.line;
	}

}

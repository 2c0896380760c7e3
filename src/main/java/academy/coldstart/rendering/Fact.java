package academy.coldstart.rendering;

import java.net.URI;
import java.time.LocalDate;

/**
 * A dated figure that texts quote by its name, so that it is kept in one place.
 *
 * @param name the name, such as {@code function-timeout-max}
 * @param value the text that stands in the sentence, such as {@code 900 seconds}
 * @param statement what it is the value of, as a sentence part
 * @param checked when it was last compared with its source
 * @param source where it is stated
 */
public record Fact(String name, String value, String statement, LocalDate checked, Source source) {

	/**
	 * Where a fact is stated.
	 *
	 * @param title the title of the page
	 * @param address its address
	 * @param read whether the page itself was read, or a summary that cites it
	 */
	public record Source(String title, URI address, boolean read) {
	}

}

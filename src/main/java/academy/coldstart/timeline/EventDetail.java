package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event, or of those in a fold, in words.
 *
 * @param anchor the id of its row in the table, for a fold that of the first event
 * @param title what happened
 * @param fold whether it stands for several events
 * @param facts names and values
 * @param texts bodies and log lines
 * @param related where to go from here: rows of the same page
 */
public record EventDetail(String anchor, String title, boolean fold, List<Fact> facts, List<Text> texts,
		List<Related> related) {

	/** How many related events are named at most. */
	static final int MAX_RELATED = 24;

	public EventDetail {
		facts = List.copyOf(facts);
		texts = List.copyOf(texts);
		related = List.copyOf(related);
	}

	/**
	 * Return the id that this has in the page.
	 * @return such as {@code about-c12}
	 */
	public String id() {
		return id(this.anchor, this.fold);
	}

	static String id(String anchor, boolean fold) {
		return (fold ? "fold-" : "about-") + anchor;
	}

	/**
	 * A fact.
	 *
	 * @param name its name
	 * @param value its value
	 */
	public record Fact(String name, String value) {

		static List<Fact> present(@Nullable Fact... facts) {
			List<Fact> present = new ArrayList<>();
			for (Fact fact : facts) {
				if (fact != null) {
					present.add(fact);
				}
			}
			return present;
		}

		static @Nullable Fact of(String name, @Nullable Object value) {
			String text = (value != null) ? VisibleText.line(value.toString()) : "";
			return text.isEmpty() ? null : new Fact(name, text);
		}

	}

	/**
	 * A longer text.
	 *
	 * @param name what it is
	 * @param text the text
	 */
	public record Text(String name, String text) {
	}

	/**
	 * An event that belongs to this one.
	 *
	 * @param anchor the id of its row
	 * @param text what happened
	 */
	public record Related(String anchor, String text) {
	}

}

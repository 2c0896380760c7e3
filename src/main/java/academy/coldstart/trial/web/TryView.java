package academy.coldstart.trial.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the part of an exercise page shows where code is tried.
 *
 * @param action what the addresses of its buttons begin with
 * @param events the events to choose from, in groups
 * @param own whether a kept event is chosen, which can be renamed and deleted
 * @param functions the functions to choose from, none when there is only one
 * @param fields what was typed
 * @param problem why nothing could be done with it, or null
 * @param standing what is deployed for the next try, or null
 * @param result what came of the last try, or null
 */
record TryView(String action, List<EventGroup> events, boolean own, List<Choice> functions, TryFields fields,
		@Nullable String problem, @Nullable String standing, @Nullable ResultView result) {

	TryView {
		events = List.copyOf(events);
		functions = List.copyOf(functions);
	}

	public boolean isOpen() {
		return this.problem != null || this.result != null;
	}

	/**
	 * Return the event. It begins with a line break, as HTML ignores the first one in a
	 * text area.
	 * @return the text
	 */
	public String event() {
		return "\n" + this.fields.text();
	}

	/**
	 * Events of one kind.
	 *
	 * @param title what they have in common
	 * @param choices the events
	 */
	record EventGroup(String title, List<Choice> choices) {

		EventGroup {
			choices = List.copyOf(choices);
		}

	}

	/**
	 * Something to choose.
	 *
	 * @param id what the form sends
	 * @param title what people read
	 * @param chosen whether it is chosen
	 */
	record Choice(String id, String title, boolean chosen) {
	}

}

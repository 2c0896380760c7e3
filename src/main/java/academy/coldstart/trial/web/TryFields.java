package academy.coldstart.trial.web;

import java.util.Map;
import java.util.Objects;

import academy.coldstart.submission.ExercisePart;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The fields of the part of the form where code is tried.
 *
 * @param isSent whether they were sent at all
 * @param event the event as it was typed
 * @param choice the event that it was made from
 * @param function the function to invoke
 */
record TryFields(boolean isSent, String event, String choice, String function) {

	static TryFields of(Map<String, String> fields) {
		return new TryFields(fields.containsKey(name("event")), fields.getOrDefault(name("event"), ""),
				fields.getOrDefault(name("choice"), ""), fields.getOrDefault(name("function"), ""));
	}

	static TryFields of(HttpServletRequest request) {
		return new TryFields(true, value(request, "event").replace("\r\n", "\n"), value(request, "choice"),
				value(request, "function"));
	}

	TryFields withEvent(String text) {
		return new TryFields(true, text, this.choice, this.function);
	}

	private static String value(HttpServletRequest request, String field) {
		return Objects.requireNonNullElse(request.getParameter(name(field)), "");
	}

	private static String name(String field) {
		return ExercisePart.FIELDS + field;
	}

}

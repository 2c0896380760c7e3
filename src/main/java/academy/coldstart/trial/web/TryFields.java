package academy.coldstart.trial.web;

import java.util.Map;
import java.util.Objects;

import academy.coldstart.submission.ExercisePart;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the part of the form where code is tried.
 *
 * @param event the event as it was typed, or null when no field was sent
 * @param choice the id of the event that it was made from
 * @param function the logical id of the function to invoke, or an empty text
 * @param name the name to keep it by
 */
record TryFields(@Nullable String event, String choice, String function, String name) {

	static TryFields of(Map<String, String> fields) {
		return new TryFields(fields.get(field("event")), fields.getOrDefault(field("choice"), ""),
				fields.getOrDefault(field("function"), ""), fields.getOrDefault(field("name"), ""));
	}

	static TryFields of(HttpServletRequest request) {
		return new TryFields(value(request, "event").replace("\r\n", "\n"), value(request, "choice"),
				value(request, "function"), value(request, "name"));
	}

	String text() {
		return Objects.requireNonNullElse(this.event, "");
	}

	TryFields withChoice(String id) {
		return new TryFields(this.event, id, this.function, "");
	}

	TryFields with(OfferedEvent offered) {
		return new TryFields(offered.json(), offered.id(), offered.function(), "");
	}

	private static String value(HttpServletRequest request, String field) {
		return Objects.requireNonNullElse(request.getParameter(field(field)), "");
	}

	private static String field(String name) {
		return ExercisePart.FIELDS + name;
	}

}

package academy.coldstart.trial.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.grading.TemplateIntake;
import academy.coldstart.submission.ExercisePart;
import academy.coldstart.submission.WorkForm;
import academy.coldstart.trial.Tries;
import academy.coldstart.trial.TryPlace;
import academy.coldstart.trial.web.TryView.Choice;
import academy.coldstart.trial.web.TryView.EventGroup;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the part of an exercise page together where code is tried.
 */
@Component
class TryPart implements ExercisePart {

	private static final OfferedEvent EMPTY = new OfferedEvent("", "", "", "{}", false);

	private final OfferedEvents events;

	private final Tries tries;

	TryPart(OfferedEvents events, Tries tries) {
		this.events = events;
		this.tries = tries;
	}

	@Override
	public TryView show(Exercise exercise, Language language, Map<String, String> texts, Map<String, String> fields) {
		return view(exercise, language, texts, new TryAnswer(TryFields.of(fields)));
	}

	TryView show(WorkForm form, TryAnswer answer) {
		return view(form.exercise(), form.language(), form.typed().texts(), answer);
	}

	private TryView view(Exercise exercise, Language language, Map<String, String> texts, TryAnswer answer) {
		List<OfferedEvent> offered = this.events.of(exercise);
		OfferedEvent first = offered.stream().findFirst().orElse(EMPTY);
		TryFields fields = (answer.fields().event() != null) ? answer.fields() : answer.fields().with(first);
		boolean own = offered.stream().anyMatch((event) -> event.own() && event.id().equals(fields.choice()));
		return new TryView("/exercises/" + exercise.slug() + "/try/", groups(offered, fields.choice()), own,
				functions(exercise, language, texts, fields.function()), fields, answer.problem(),
				standing(exercise, language), answer.result());
	}

	private static List<EventGroup> groups(List<OfferedEvent> offered, String chosen) {
		return List
			.of(group("Prepared", offered.stream().filter((event) -> !event.own()).toList(), chosen),
					group("Yours", offered.stream().filter(OfferedEvent::own).toList(), chosen))
			.stream()
			.filter((group) -> !group.choices().isEmpty())
			.toList();
	}

	private static EventGroup group(String title, List<OfferedEvent> events, String chosen) {
		return new EventGroup(title,
				events.stream()
					.map((event) -> new Choice(event.id(), event.title(), event.id().equals(chosen)))
					.toList());
	}

	private static List<Choice> functions(Exercise exercise, Language language, Map<String, String> texts,
			String chosen) {
		String template = texts.get(Exercise.TEMPLATE);
		HandlerLocation handler = exercise.handlers().get(language);
		if (template == null || handler == null) {
			return List.of();
		}
		List<String> functions = TemplateIntake.functions(template.getBytes(StandardCharsets.UTF_8), handler.entry());
		return (functions.size() < 2) ? List.of()
				: functions.stream().map((name) -> new Choice(name, name, Objects.equals(name, chosen))).toList();
	}

	private @Nullable String standing(Exercise exercise, Language language) {
		if (!this.tries.isOpen(TryPlace.of(exercise, language))) {
			return null;
		}
		long minutes = Math.max(1, this.tries.idle().toMinutes());
		return "Your function stays deployed until %s without a try. Tables keep what earlier tries wrote."
			.formatted((minutes == 1) ? "a minute passes" : minutes + " minutes pass");
	}

}

package academy.coldstart.trial.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.PreparedEvent;
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

	private final Course course;

	private final Tries tries;

	TryPart(Course course, Tries tries) {
		this.course = course;
		this.tries = tries;
	}

	@Override
	public TryView show(Exercise exercise, Language language, Map<String, String> texts, Map<String, String> fields) {
		return view(exercise, language, texts, TryFields.of(fields), null, null);
	}

	TryView show(WorkForm form, TryFields fields, @Nullable String problem, @Nullable ResultView result) {
		return view(form.exercise(), form.language(), form.typed().texts(), fields, problem, result);
	}

	private TryView view(Exercise exercise, Language language, Map<String, String> texts, TryFields fields,
			@Nullable String problem, @Nullable ResultView result) {
		List<PreparedEvent> prepared = this.course.events(exercise);
		String chosen = fields.event().isEmpty() ? prepared.stream().findFirst().map(PreparedEvent::name).orElse("")
				: fields.choice();
		String event = fields.isSent() ? fields.event() : text(prepared, chosen);
		return new TryView("/exercises/" + exercise.slug() + "/try/", groups(prepared, chosen),
				functions(exercise, language, texts, fields.function()), event, problem, standing(exercise, language),
				result);
	}

	static String text(List<PreparedEvent> events, String name) {
		return events.stream()
			.filter((event) -> event.name().equals(name))
			.map(PreparedEvent::json)
			.findFirst()
			.orElse("{}");
	}

	private static List<EventGroup> groups(List<PreparedEvent> prepared, String chosen) {
		return List.of(new EventGroup("Prepared",
				prepared.stream()
					.map((event) -> new Choice(event.name(), event.title(), event.name().equals(chosen)))
					.toList()));
	}

	private List<Choice> functions(Exercise exercise, Language language, Map<String, String> texts, String chosen) {
		String template = texts.get(Exercise.TEMPLATE);
		if (template == null) {
			return List.of();
		}
		List<String> functions = TemplateIntake.functions(template.getBytes(StandardCharsets.UTF_8));
		return (functions.size() < 2) ? List.of()
				: functions.stream().map((name) -> new Choice(name, name, name.equals(chosen))).collect(Collectors.toList());
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

package academy.coldstart.submission.web;

import java.util.Comparator;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.ui.PageNotFound;

import org.springframework.stereotype.Component;

/**
 * Finds the exercises and languages that addresses and forms name.
 */
@Component
class Exercises {

	private final Course course;

	Exercises(Course course) {
		this.course = course;
	}

	Exercise find(String slug) {
		Slug name = Slug.find(slug).orElseThrow(() -> new PageNotFound("There is no exercise with this name."));
		return this.course.exercise(name)
			.orElseThrow(() -> new PageNotFound("There is no exercise named " + name + "."));
	}

	static Language first(Exercise exercise) {
		return exercise.languages().stream().min(Comparator.naturalOrder()).orElse(Language.PYTHON);
	}

	static Language language(Exercise exercise, String id) {
		return Language.find(id)
			.filter(exercise.languages()::contains)
			.orElseThrow(() -> new PageNotFound("This exercise is not offered in the language that was asked for."));
	}

}

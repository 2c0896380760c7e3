package academy.coldstart.progress;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.hint.Hints;

import org.springframework.stereotype.Service;

/**
 * How the learner stands with the best practices of the course.
 */
@Service
public class Progress {

	private final Course course;

	private final LearnerProgress attempts;

	private final Hints hints;

	private final Reviews reviews;

	Progress(Course course, LearnerProgress attempts, Hints hints, Reviews reviews) {
		this.course = course;
		this.attempts = attempts;
		this.hints = hints;
		this.reviews = reviews;
	}

	/**
	 * Return the best practices that there are exercises for, in the order of the course.
	 * @return the practices
	 */
	public List<Practice> practices() {
		return this.course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.filter((entry) -> !entry.exercises().isEmpty())
			.map(this::practice)
			.toList();
	}

	private Practice practice(CourseMap.Entry entry) {
		return new Practice(entry.lesson().title(), entry.lesson().slug().value(),
				entry.exercises().stream().map(this::progress).toList());
	}

	private ExerciseProgress progress(Exercise exercise) {
		return ExerciseProgress.of(exercise, this.attempts.attempts(exercise.slug()), this.hints.count(exercise.slug()),
				this.reviews.standing(exercise));
	}

}

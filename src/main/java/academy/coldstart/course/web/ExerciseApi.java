package academy.coldstart.course.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Slug;
import academy.coldstart.ui.PageNotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells programs what there is to solve, and what was tried.
 */
@RestController
class ExerciseApi {

	private static final int MOST_ATTEMPTS = 50;

	private final Course course;

	private final LearnerProgress progress;

	ExerciseApi(Course course, LearnerProgress progress) {
		this.course = course;
		this.progress = progress;
	}

	@GetMapping("/api/v1/exercises")
	Map<String, List<ExerciseDocument>> exercises() {
		return Map.of("exercises", ExerciseDocument.all(this.course.exercises()));
	}

	@GetMapping("/api/v1/exercises/{slug}")
	ExerciseDocument exercise(@PathVariable String slug) {
		return ExerciseDocument.of(find(slug));
	}

	@GetMapping("/api/v1/exercises/{slug}/attempts")
	Map<String, List<AttemptDocument>> attempts(@PathVariable String slug) {
		return Map.of("attempts",
				this.progress.attempts(find(slug).slug())
					.stream()
					.limit(MOST_ATTEMPTS)
					.map(AttemptDocument::of)
					.toList());
	}

	private Exercise find(String slug) {
		return Slug.find(slug)
			.flatMap(this.course::exercise)
			.orElseThrow(() -> new PageNotFound("There is no exercise with this name. /api/v1/exercises lists them."));
	}

	/**
	 * An attempt for programs.
	 *
	 * @param submission the id of what was handed in
	 * @param language the language id
	 * @param submittedAt when it was handed in, in UTC
	 * @param standing {@code under-way}, {@code passed}, {@code not-passed} or
	 * {@code not-graded}
	 * @param score the points from 0 to 100, once it has a verdict
	 */
	record AttemptDocument(String submission, String language, String submittedAt, String standing,
			@Nullable Integer score) {

		static AttemptDocument of(Attempt attempt) {
			return new AttemptDocument(attempt.submission(), attempt.language(), attempt.submittedAt().toString(),
					attempt.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'), attempt.score());
		}

	}

}

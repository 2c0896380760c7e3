package academy.coldstart.course.web;

import java.util.List;
import java.util.Optional;

import academy.coldstart.course.web.HomePage.LessonRow;

/**
 * What the learner is offered to do next.
 *
 * @param label what the button says
 * @param title where it leads
 * @param href its address
 */
record NextStep(String label, String title, String href) {

	static NextStep of(List<LessonRow> lessons) {
		return tried(lessons).or(() -> open(lessons))
			.or(() -> lessons.stream().findFirst().map((lesson) -> lesson("Read again", lesson)))
			.orElse(new NextStep("Reload", "there is no lesson yet", "/"));
	}

	private static Optional<NextStep> tried(List<LessonRow> lessons) {
		return lessons.stream()
			.flatMap((lesson) -> lesson.exercises().stream())
			.filter((exercise) -> exercise.standing() == ExerciseStanding.TRIED
					|| exercise.standing() == ExerciseStanding.UNDER_WAY)
			.map((exercise) -> new NextStep("Continue", exercise.title(), "/exercises/" + exercise.slug()))
			.findFirst();
	}

	private static Optional<NextStep> open(List<LessonRow> lessons) {
		boolean begun = lessons.stream()
			.flatMap((lesson) -> lesson.exercises().stream())
			.anyMatch((exercise) -> exercise.standing() == ExerciseStanding.PASSED);
		return lessons.stream()
			.filter((lesson) -> hasOpenExercise(lesson) || (!begun && lesson.exercises().isEmpty()))
			.map((lesson) -> lesson(begun ? "Continue" : "Start here", lesson))
			.findFirst();
	}

	private static boolean hasOpenExercise(LessonRow lesson) {
		return lesson.exercises().stream().anyMatch((exercise) -> exercise.standing() != ExerciseStanding.PASSED);
	}

	private static NextStep lesson(String label, LessonRow lesson) {
		return new NextStep(label, lesson.title(), "/lessons/" + lesson.slug());
	}

}

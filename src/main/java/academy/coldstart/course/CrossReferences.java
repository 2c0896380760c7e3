package academy.coldstart.course;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks what lessons and exercises say of each other.
 */
final class CrossReferences {

	private final CourseFolders folders;

	private final Map<Slug, Lesson> lessons;

	private final Map<Slug, ExerciseContent> exercises;

	private final ProblemLog problems;

	CrossReferences(CourseFolders folders, Map<Slug, Lesson> lessons, Map<Slug, ExerciseContent> exercises,
			ProblemLog problems) {
		this.folders = folders;
		this.lessons = lessons;
		this.exercises = exercises;
		this.problems = problems;
	}

	void check() {
		this.lessons.values().forEach(this::check);
		Map<String, Slug> ids = new HashMap<>();
		for (ExerciseContent content : this.exercises.values()) {
			Exercise exercise = content.exercise();
			check(exercise);
			Slug other = ids.putIfAbsent(exercise.id(), exercise.slug());
			if (other != null) {
				problem(exercise, "The id " + exercise.id() + " belongs to '" + other + "' already.",
						"Choose another.");
			}
		}
	}

	private void check(Lesson lesson) {
		Path file = this.folders.lesson(lesson.slug()).resolve("lesson.md");
		for (Slug slug : lesson.exercises()) {
			if (!this.folders.exercises().containsKey(slug)) {
				this.problems.add(file, 1, "The lesson names the exercise '" + slug + "', which does not exist.",
						"Take it out until its folder exercises/" + slug + " is there.");
			}
		}
	}

	private void check(Exercise exercise) {
		Lesson lesson = this.lessons.get(exercise.lesson());
		if (!this.folders.lessons().containsKey(exercise.lesson())) {
			problem(exercise, "The exercise belongs to the lesson '" + exercise.lesson() + "', which does not exist.",
					"Correct the name, or write that lesson first.");
		}
		else if (lesson != null && !lesson.exercises().contains(exercise.slug())) {
			problem(exercise, "The lesson '" + lesson.slug() + "' does not name this exercise.",
					"Add it to the exercises in the head of that lesson.");
		}
		for (Slug slug : exercise.prerequisites()) {
			if (!this.folders.exercises().containsKey(slug)) {
				problem(exercise, "The exercise '" + slug + "', which is to be done before, does not exist.",
						"Correct the name, or take it out.");
			}
		}
	}

	private void problem(Exercise exercise, String what, String remedy) {
		this.problems.add(this.folders.exercise(exercise.slug()).resolve("exercise.yaml"), 1, what, remedy);
	}

}

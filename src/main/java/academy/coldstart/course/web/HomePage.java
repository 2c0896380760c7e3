package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.CourseMap;
import academy.coldstart.course.LearnerProgress;

/**
 * What the home page shows.
 *
 * @param title the title of the course
 * @param next what to do next
 * @param passed how many exercises are passed
 * @param exercises how many exercises there are
 * @param modules the modules of the course
 */
record HomePage(String title, NextStep next, int passed, int exercises, List<ModuleBlock> modules) {

	static HomePage of(CourseMap map, LearnerProgress progress) {
		List<ModuleBlock> modules = map.modules().stream().map((module) -> ModuleBlock.of(module, progress)).toList();
		List<LessonRow> lessons = modules.stream().flatMap((module) -> module.lessons().stream()).toList();
		List<ExerciseRow> exercises = lessons.stream().flatMap((lesson) -> lesson.exercises().stream()).toList();
		int passed = (int) exercises.stream()
			.filter((exercise) -> exercise.standing() == ExerciseStanding.PASSED)
			.count();
		return new HomePage(map.title(), NextStep.of(lessons), passed, exercises.size(), modules);
	}

	/**
	 * A module on the map.
	 *
	 * @param title its title
	 * @param summary one sentence on what it is about
	 * @param minutes how long its lessons and exercises take together
	 * @param lessons its lessons
	 */
	record ModuleBlock(String title, String summary, int minutes, List<LessonRow> lessons) {

		static ModuleBlock of(CourseMap.Module module, LearnerProgress progress) {
			List<LessonRow> lessons = module.entries().stream().map((entry) -> LessonRow.of(entry, progress)).toList();
			int minutes = lessons.stream().mapToInt(LessonRow::totalMinutes).sum();
			return new ModuleBlock(module.title(), module.summary(), minutes, lessons);
		}

	}

	/**
	 * A lesson on the map.
	 *
	 * @param slug its name in addresses
	 * @param title its title
	 * @param summary its core idea
	 * @param minutes how long reading it takes
	 * @param exercises its exercises
	 */
	record LessonRow(String slug, String title, String summary, int minutes, List<ExerciseRow> exercises) {

		static LessonRow of(CourseMap.Entry entry, LearnerProgress progress) {
			return new LessonRow(entry.lesson().slug().value(), entry.lesson().title(), entry.lesson().summary(),
					entry.lesson().minutes(),
					entry.exercises().stream().map((exercise) -> ExerciseRow.of(exercise, progress)).toList());
		}

		int totalMinutes() {
			return this.minutes + this.exercises.stream().mapToInt(ExerciseRow::minutes).sum();
		}

	}

}

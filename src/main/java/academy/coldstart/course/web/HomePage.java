package academy.coldstart.course.web;

import java.util.List;
import java.util.Locale;

import academy.coldstart.course.CourseMap;
import academy.coldstart.course.LearnerProgress;

/**
 * What the home page shows.
 *
 * @param title the title of the course
 * @param next what to do next
 * @param tally how much of the course is done
 * @param reviews what is to be reviewed, the longest due first
 * @param modules the modules of the course
 */
record HomePage(String title, NextStep next, Tally tally, List<ReviewBlock> reviews, List<ModuleBlock> modules) {

	static HomePage of(CourseMap map, LearnerProgress progress, List<ReviewBlock> reviews) {
		List<ModuleBlock> modules = map.modules().stream().map((module) -> ModuleBlock.of(module, progress)).toList();
		List<LessonRow> lessons = modules.stream().flatMap((module) -> module.lessons().stream()).toList();
		return new HomePage(map.title(), NextStep.of(lessons), Tally.of(exercises(lessons)), reviews, modules);
	}

	private static List<ExerciseRow> exercises(List<LessonRow> lessons) {
		return lessons.stream().flatMap((lesson) -> lesson.exercises().stream()).toList();
	}

	/**
	 * Say how many modules are done.
	 * @return a number
	 */
	public long done() {
		return this.modules.stream().filter((module) -> module.tally().standing() == ModuleStanding.DONE).count();
	}

	/**
	 * A module on the map.
	 *
	 * @param id its anchor
	 * @param title its title
	 * @param summary one sentence on what it is about
	 * @param minutes how long its lessons and exercises take together
	 * @param tally how much of it is done
	 * @param lessons its lessons
	 */
	record ModuleBlock(String id, String title, String summary, int minutes, Tally tally, List<LessonRow> lessons) {

		static ModuleBlock of(CourseMap.Module module, LearnerProgress progress) {
			List<LessonRow> lessons = module.entries().stream().map((entry) -> LessonRow.of(entry, progress)).toList();
			List<ExerciseRow> exercises = exercises(lessons).stream().distinct().toList();
			int minutes = lessons.stream().mapToInt(LessonRow::minutes).sum()
					+ exercises.stream().mapToInt(ExerciseRow::minutes).sum();
			return new ModuleBlock(module.id().toLowerCase(Locale.ROOT), module.title(), module.summary(), minutes,
					Tally.of(exercises), lessons);
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

	}

}

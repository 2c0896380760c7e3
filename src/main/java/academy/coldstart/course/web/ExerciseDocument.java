package academy.coldstart.course.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;

/**
 * An exercise for programs, as {@code openapi.yaml} describes it.
 *
 * @param slug its name in addresses and commands
 * @param id its id in the course plan
 * @param version counts up when a verdict could change
 * @param title its title
 * @param lesson the lesson it belongs to
 * @param level from 1 (starter) to 3 (deep)
 * @param minutes how long it takes
 * @param graded whether its points count
 * @param passMark the points that pass it, if every check that must hold passes
 * @param languages the languages it can be solved in
 * @param checks its checks in order
 * @param links addresses to go on with
 */
record ExerciseDocument(String slug, String id, int version, String title, String lesson, int level, int minutes,
		boolean graded, int passMark, List<Offer> languages, List<Condition> checks, Map<String, String> links) {

	ExerciseDocument {
		languages = List.copyOf(languages);
		checks = List.copyOf(checks);
		links = Map.copyOf(links);
	}

	static ExerciseDocument of(Exercise exercise) {
		String self = "/api/v1/exercises/" + exercise.slug();
		return new ExerciseDocument(exercise.slug().value(), exercise.id(), exercise.version(), exercise.title(),
				exercise.lesson().value(), exercise.level(), exercise.minutes(), exercise.graded(), Exercise.PASS_MARK,
				exercise.handlers().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Offer::of).toList(),
				exercise.checks().stream().map(Condition::of).toList(),
				Map.of("self", self, "page", "/exercises/" + exercise.slug(), "download", self + "/download",
						"submissions", self + "/submissions", "attempts", self + "/attempts"));
	}

	static List<ExerciseDocument> all(List<Exercise> exercises) {
		return exercises.stream().sorted(Comparator.comparing(Exercise::id)).map(ExerciseDocument::of).toList();
	}

	/**
	 * A language that an exercise can be solved in.
	 *
	 * @param id its id
	 * @param file the file that must be there
	 * @param handler the handler setting of the function
	 * @param runtime the Lambda runtime identifier
	 */
	record Offer(String id, String file, String handler, String runtime) {

		static Offer of(Map.Entry<Language, HandlerLocation> entry) {
			HandlerLocation location = entry.getValue();
			return new Offer(entry.getKey().id(), location.file(), location.entry(), location.runtime());
		}

	}

	/**
	 * What a check promises.
	 *
	 * @param id its id within the exercise
	 * @param title what holds when it passes
	 * @param points what it is worth
	 * @param mustHold whether the exercise can only be passed with it
	 */
	record Condition(String id, String title, int points, boolean mustHold) {

		static Condition of(CheckDefinition check) {
			return new Condition(check.id(), check.title(), check.points(), check.gate());
		}

	}

}

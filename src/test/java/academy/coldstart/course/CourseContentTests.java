package academy.coldstart.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import academy.coldstart.demonstration.RecordedRun;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.QuestionType;
import academy.coldstart.submission.SubmissionHash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The content that this repository carries.
 */
class CourseContentTests {

	private static final Path HOME = Path.of("");

	private static Course course = new FileCourse(new CourseMap("", List.of()), Map.of(), Map.of(), Map.of());

	@BeforeAll
	static void readCourse() {
		course = new CourseReader(HOME).read();
	}

	@Test
	void hasNoProblems() {
		assertThat(CourseCheck.check(HOME)).isEmpty();
	}

	@Test
	void showsOnlyModulesThatHaveLessons() {
		assertThat(course.map().modules()).isNotEmpty()
			.allSatisfy((module) -> assertThat(module.entries()).isNotEmpty());
	}

	@TestFactory
	Stream<DynamicTest> everyLessonCanBeReadInOneSitting() {
		return lessons().map((lesson) -> DynamicTest.dynamicTest(lesson.slug().value(), () -> {
			assertThat(lesson.page().words()).isBetween(900, 1800);
			assertThat(lesson.minutes()).isBetween(9, 18);
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyLessonAsksAtLeastFourQuestions() {
		return lessons().map((lesson) -> DynamicTest.dynamicTest(lesson.slug().value(),
				() -> assertThat(lesson.page().questions()).hasSizeGreaterThanOrEqualTo(4)));
	}

	@TestFactory
	Stream<DynamicTest> everyExerciseThatIsReviewedHasAQuestionForEachOfItsThreeReviews() {
		return course.exercises()
			.stream()
			.filter((exercise) -> !exercise.reviewChecks().isEmpty())
			.map((exercise) -> DynamicTest.dynamicTest(exercise.slug().value(), () -> {
				Lesson lesson = course.lesson(exercise.lesson()).orElseThrow();
				assertThat(lesson.review()).hasSizeGreaterThanOrEqualTo(3);
				assertThat(lesson.review()).map(Question::prompt)
					.doesNotHaveDuplicates()
					.doesNotContainAnyElementsOf(lesson.page().questions().stream().map(Question::prompt).toList());
			}));
	}

	@Test
	void asksQuestionsOfAllKinds() {
		assertThat(lessons().flatMap((lesson) -> lesson.page().questions().stream()).map(Question::type))
			.contains(QuestionType.values());
	}

	@TestFactory
	Stream<DynamicTest> everyRecordedRunIsOfTheProgramAsItIsNow() throws IOException {
		try (Stream<Path> files = Files.walk(HOME.resolve("lessons"))) {
			return files.filter((file) -> file.toString().matches(".*/runs/.*\\.json"))
				.map((file) -> DynamicTest.dynamicTest(file.toString(), () -> assertUpToDate(file)))
				.toList()
				.stream();
		}
	}

	private static void assertUpToDate(Path file) throws IOException {
		RecordedRun run = RecordedRun.read(file);
		Exercise exercise = course.exercise(new Slug(run.program().exercise())).orElseThrow();
		String name = run.program().name();
		SourceFiles files = Stream
			.concat(course.solutions(exercise)
				.stream()
				.filter((solution) -> name.equals("solution " + solution.name()))
				.map(Solution::files),
					course.mistakes(exercise)
						.stream()
						.filter((mistake) -> name.equals("mistake " + mistake.name()))
						.map(Mistake::files))
			.findFirst()
			.orElseThrow(() -> new AssertionError(file + " shows the " + name + ", which is gone."));
		assertThat(run.program())
			.as("%s was recorded of another version. Record it again: ./coldstart record %s %s %s %s", file,
					exercise.slug(), name.replaceFirst(".* ", ""), run.check(), file)
			.isEqualTo(new RecordedRun.Program(exercise.slug().value(), exercise.version(), name,
					SubmissionHash.of(files)));
	}

	@TestFactory
	Stream<DynamicTest> everyExerciseOffersEventsToTryItWith() {
		return course.exercises()
			.stream()
			.filter((exercise) -> !exercise.languages().isEmpty())
			.map((exercise) -> DynamicTest.dynamicTest(exercise.slug().value(), () -> {
				assertThat(course.events(exercise)).isNotEmpty();
				assertThat(course.events(exercise)).allSatisfy((event) -> {
					assertThat(event.json().length()).isLessThan(16 * 1024);
					assertThat(template(exercise)).contains((event.function() != null) ? event.function() + ":" : "");
				});
			}));
	}

	private static String template(Exercise exercise) {
		return (exercise.template() != null) ? "" : new String(
				course.starter(exercise, Language.PYTHON).contents().get(Exercise.TEMPLATE), StandardCharsets.UTF_8);
	}

	@TestFactory
	Stream<DynamicTest> everyLessonDatesItsFacts() {
		return lessons().map((lesson) -> DynamicTest.dynamicTest(lesson.slug().value(),
				() -> assertThat(lesson.page().html()).contains("<section class=\"facts\"").contains("checked")));
	}

	@TestFactory
	Stream<DynamicTest> everyExerciseBelongsToALessonThatNamesIt() {
		return exercises((exercise) -> assertThat(course.lesson(exercise.lesson()).orElseThrow().exercises())
			.contains(exercise.slug()));
	}

	@TestFactory
	Stream<DynamicTest> everyExerciseIsWorth100PointsAndHasAGate() {
		return exercises((exercise) -> {
			assertThat(exercise.checks().stream().mapToInt(CheckDefinition::points).sum()).isEqualTo(100);
			assertThat(exercise.checks()).anyMatch(CheckDefinition::gate);
			assertThat(exercise.checks()).allSatisfy((check) -> assertThat(check.hints()).hasSize(3));
		});
	}

	@TestFactory
	Stream<DynamicTest> everyCheckIsFailedByAMistake() {
		return exercises(
				(exercise) -> assertThat(exercise.checks()).allSatisfy((check) -> assertThat(course.mistakes(exercise))
					.anyMatch((mistake) -> mistake.fails().contains(check.id()))));
	}

	@TestFactory
	Stream<DynamicTest> noStarterIsASolution() {
		return exercises((exercise) -> exercise.languages()
			.forEach((language) -> assertThat(course.solutions(exercise)).noneMatch((solution) -> {
				HandlerLocation location = exercise.handlers().get(language);
				String file = (exercise.kind() == ExerciseKind.TEMPLATE || location == null) ? Exercise.TEMPLATE
						: location.file();
				return solution.language() == language
						&& solution.files().text(file).equals(course.starter(exercise, language).text(file));
			})));
	}

	private static Stream<Lesson> lessons() {
		return course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.map(CourseMap.Entry::lesson);
	}

	private static Stream<DynamicTest> exercises(Consumer<Exercise> rule) {
		return course.exercises()
			.stream()
			.map((exercise) -> DynamicTest.dynamicTest(exercise.slug().value(), () -> rule.accept(exercise)));
	}

}

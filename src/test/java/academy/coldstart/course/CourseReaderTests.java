package academy.coldstart.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.coldstart.rendering.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CourseReaderTests {

	private static final String EXERCISE = """
			id: E01
			slug: count
			version: 2
			title: Count
			lesson: basics
			level: 1
			minutes: 10
			kind: handler
			handlers:
			  python: {file: handler.py, entry: handler.handler, runtime: python3.13}
			template: template.yaml
			services: [lambda]
			checks:
			  - id: C1
			    title: It counts.
			    points: 60
			    gate: true
			    hints: [a, b, c]
			  - id: C2
			    title: It logs.
			    points: 40
			    visibility: hidden
			    hints: [a, b, c]
			""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path home;

	@BeforeEach
	void writeSoundCourse() {
		write("course.yaml",
				"title: A course\nmodules:\n  - {id: M0, title: First, summary: One., lessons: [basics]}\n  - {id: M1, title: Second, summary: Two., lessons: []}\n");
		write("facts.yaml", """
				limit:
				  value: 3 s
				  statement: The limit
				  checked: "2026-11-23"
				  source: {title: Quotas, address: "https://example.com/q", read: true}
				""");
		write("lessons/01-basics/lesson.md",
				"---\nid: L0.1\nslug: basics\ntitle: Basics\nsummary: What it is.\nexercises: [count]\n---\nAt most {{fact limit}}.\n\n## More\n\nSee [Count](exercise:count).\n");
		write("exercises/count/exercise.yaml", EXERCISE);
		write("exercises/count/instructions.md", "Count. See [Basics](lesson:basics).\n");
		write("exercises/count/design.md", "# Design\n");
		write("exercises/count/template.yaml", "Resources: {}\n");
		write("exercises/count/starter/python/handler.py", "x = 0\n");
		write("exercises/count/solutions/plain/solution.yaml", "language: python\nexplanation: It counts.\n");
		write("exercises/count/solutions/plain/handler.py", "x = 1\n");
		write("exercises/count/solutions/plain/lib/more.py", "y = 1\n");
		write("exercises/count/solutions/plain/__pycache__/more.pyc", "left over");
		write("exercises/count/mistakes/off/mistake.yaml",
				"base: plain\nfails: [C1]\nmessage: counted \\d+\nteaches: Count all.\n");
		write("exercises/count/mistakes/off/handler.py", "x = 2\n");
	}

	private void write(String path, String content) {
		try {
			Path file = this.home.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void delete(String path) {
		try {
			Files.delete(this.home.resolve(path));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void change(String path, String text, String replacement) {
		try {
			String before = Files.readString(this.home.resolve(path));
			assertThat(before).contains(text);
			write(path, before.replace(text, replacement));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void assertProblems(String... sentences) {
		assertThat(CourseCheck.check(this.home)).extracting(Problem::toString)
			.containsExactlyInAnyOrderElementsOf(Arrays.asList(sentences));
	}

	@Test
	void readsTheWholeCourse() {
		Course course = new CourseReader(this.home).read();
		assertThat(course.map().title()).isEqualTo("A course");
		assertThat(course.map().modules()).extracting(CourseMap.Module::id).containsExactly("M0");
		Lesson lesson = course.lesson(new Slug("basics")).orElseThrow();
		assertThat(lesson.minutes()).isEqualTo(1);
		assertThat(lesson.page().html()).contains("3 s<sup>").contains("<a href=\"/exercises/count\">");
		Exercise exercise = course.exercise(new Slug("count")).orElseThrow();
		assertThat(course.map().modules().getFirst().entries().getFirst().exercises()).containsExactly(exercise);
		assertThat(exercise.graded()).isTrue();
		assertThat(exercise.version()).isEqualTo(2);
		assertThat(exercise.kind()).isEqualTo(ExerciseKind.HANDLER);
		assertThat(exercise.handlers())
			.isEqualTo(Map.of(Language.PYTHON, new HandlerLocation("handler.py", "handler.handler", "python3.13")));
		assertThat(exercise.template()).isEqualTo(exercise.directory().resolve("template.yaml")).isRegularFile();
		assertThat(exercise.checks()).containsExactly(
				new CheckDefinition("C1", "It counts.", 60, true, CheckDefinition.Visibility.VISIBLE,
						List.of("a", "b", "c")),
				new CheckDefinition("C2", "It logs.", 40, false, CheckDefinition.Visibility.HIDDEN,
						List.of("a", "b", "c")));
		assertThat(course.instructions(exercise).html()).contains("<a href=\"/lessons/basics\">Basics</a>");
		assertThat(course.starter(exercise, Language.PYTHON).text("handler.py")).isEqualTo("x = 0\n");
	}

	@Test
	void readsSolutionsAndLaysMistakesOverThem() {
		Course course = new CourseReader(this.home).read();
		Exercise exercise = course.exercises().getFirst();
		assertThat(course.solutions(exercise)).singleElement().satisfies((solution) -> {
			assertThat(solution.name()).isEqualTo("plain");
			assertThat(solution.files().contents()).containsOnlyKeys("handler.py", "lib/more.py");
		});
		assertThat(course.mistakes(exercise)).singleElement().satisfies((mistake) -> {
			assertThat(mistake.name()).isEqualTo("off");
			assertThat(mistake.language()).isEqualTo(Language.PYTHON);
			assertThat(mistake.fails()).isEqualTo(Set.of("C1"));
			assertThat(mistake.files().text("handler.py")).isEqualTo("x = 2\n");
			assertThat(mistake.files().contents()).containsOnlyKeys("handler.py", "lib/more.py");
		});
	}

	@Test
	void readsEventsInTheOrderOfTheirNames() {
		write("exercises/count/events/2-other.json",
				"{\"title\": \"Another one\", \"function\": \"Count\", \"event\": [1, \"x\", null]}");
		write("exercises/count/events/1-plain.json", "{\"title\": \"A plain one\", \"event\": {\"n\": 1.50}}");
		write("exercises/count/events/notes.txt", "no event");
		Course course = new CourseReader(this.home).read();
		assertThat(course.events(course.exercises().getFirst())).containsExactly(
				new PreparedEvent("1-plain", "A plain one", null, "{\n  \"n\" : 1.5\n}"),
				new PreparedEvent("2-other", "Another one", "Count", "[ 1, \"x\", null ]"));
	}

	@Test
	void reportsEventsThatNobodyCouldChoose() {
		write("exercises/count/events/1-plain.json", "{\"title\": \"A plain one\", \"event\": {}}");
		write("exercises/count/events/2-same.json", "{\"title\": \"A plain one\", \"event\": {}}");
		write("exercises/count/events/3-empty.json", "{\"title\": \"Nothing\"}");
		assertProblems(
				"exercises/count/events/2-same.json:1: Another event has this title. Say what is special about this one.",
				"exercises/count/events/3-empty.json:1: 'event' is missing. Add it.");
	}

	@Test
	void findsNothingUnderUnknownNames() {
		Course course = new CourseReader(this.home).read();
		assertThat(course.lesson(new Slug("other"))).isEmpty();
		assertThat(course.exercise(new Slug("other"))).isEmpty();
	}

	@Test
	void tellsAllProblemsOfAllFilesAtOnce() {
		change("exercises/count/exercise.yaml", "points: 60", "points: 50");
		change("lessons/01-basics/lesson.md", "exercise:count", "exercise:counts");
		delete("exercises/count/design.md");
		assertThatExceptionOfType(CourseProblems.class).isThrownBy(() -> new CourseReader(this.home).read())
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(3))
			.withMessageContaining("The course cannot be shown as it is:")
			.withMessageContaining(
					"exercises/count/design.md:1: This file does not exist. Write down the goal, the contract and what each check looks at.")
			.withMessageContaining(
					"exercises/count/exercise.yaml:13: The points of the checks add up to 90. Make them 100 together.")
			.withMessageContaining(
					"lessons/01-basics/lesson.md:12: The link 'exercise:counts' goes to a page that does not exist.");
	}

	@Test
	void reportsYamlThatCannotBeParsedWithItsLine() {
		change("exercises/count/exercise.yaml", "title: Count", "title: [Count");
		assertThat(CourseCheck.check(this.home)).anySatisfy((problem) -> {
			assertThat(problem.file()).isEqualTo(Path.of("exercises/count/exercise.yaml"));
			assertThat(problem.line()).isBetween(4, 6);
			assertThat(problem.what()).startsWith("This is not valid YAML: ");
		});
	}

	@Test
	void reportsDuplicateKeys() {
		change("exercises/count/exercise.yaml", "title: Count", "title: Count\ntitle: Again");
		assertThat(CourseCheck.check(this.home)).anySatisfy((problem) -> {
			assertThat(problem.line()).isEqualTo(5);
			assertThat(problem.what()).isEqualTo("This is not valid YAML: Duplicate Object property \"title\".");
		});
	}

	@Test
	void reportsWhatTheSchemaDoesNotAllow() {
		change("exercises/count/exercise.yaml", "minutes: 10\n", "minuts: 10\n");
		change("exercises/count/exercise.yaml", "    hints: [a, b, c]\n  - id: C2", "    hints: [a, b]\n  - id: C2");
		assertProblems("exercises/count/exercise.yaml:1: 'minutes' is missing. Add it.",
				"exercises/count/exercise.yaml:7: 'minuts' is not known here. Remove it, or correct its name.",
				"exercises/count/exercise.yaml:18: checks[0].hints: must have at least 3 items but found 2. schemas/exercise.schema.json says what is allowed here.");
	}

	@Test
	void reportsNamesThatDifferFromTheirFolders() {
		change("exercises/count/exercise.yaml", "slug: count", "slug: counting");
		change("lessons/01-basics/lesson.md", "slug: basics", "slug: basis");
		assertProblems(
				"exercises/count/exercise.yaml:2: The slug is 'counting', but the folder is 'count'. Make them the same.",
				"lessons/01-basics/lesson.md:3: The slug is 'basis', but the folder's name says 'basics'. Make them the same.");
	}

	@Test
	void reportsFoldersWithoutAProperName() {
		write("lessons/basics2/lesson.md", "x");
		write("exercises/Count_Two/exercise.yaml", "x");
		assertProblems(
				"exercises/Count_Two:1: This folder's name is not that of a exercise. Name it by its slug, such as charge-once."
					.replace("a exercise", "an exercise"),
				"lessons/basics2:1: This folder's name is not that of a lesson. Name it by two digits and its slug, such as 08-idempotency.");
	}

	@Test
	void reportsLessonsThatAreListedButNotThereAndTheReverse() {
		change("course.yaml", "lessons: []", "lessons: [later]");
		change("course.yaml", "lessons: [basics]", "lessons: []");
		assertProblems(
				"course.yaml:4: Module M1 lists the lesson 'later', which does not exist. Take it out until its folder lessons/NN-later is there.",
				"course.yaml:2: No module lists the lesson 'basics' of lessons/01-basics. Add it to the lessons of its module.");
	}

	@Test
	void reportsALessonWithoutAHead() {
		write("lessons/01-basics/lesson.md", "Just text\n");
		assertProblems(
				"lessons/01-basics/lesson.md:1: The lesson has no head. Begin it with a line ---, then id, slug, title, summary and exercises, then a line ---.");
	}

	@Test
	void reportsExercisesAndLessonsThatDoNotKnowEachOther() {
		change("lessons/01-basics/lesson.md", "exercises: [count]", "exercises: [sum]");
		change("exercises/count/exercise.yaml", "kind: handler", "prerequisites: [first]\nkind: handler");
		assertProblems(
				"lessons/01-basics/lesson.md:1: The lesson names the exercise 'sum', which does not exist. Take it out until its folder exercises/sum is there.",
				"exercises/count/exercise.yaml:1: The lesson 'basics' does not name this exercise. Add it to the exercises in the head of that lesson.",
				"exercises/count/exercise.yaml:1: The exercise 'first', which is to be done before, does not exist. Correct the name, or take it out.");
	}

	@Test
	void reportsAnExerciseOfALessonThatDoesNotExist() {
		change("exercises/count/exercise.yaml", "lesson: basics", "lesson: basis");
		assertProblems(
				"exercises/count/exercise.yaml:1: The exercise belongs to the lesson 'basis', which does not exist. Correct the name, or write that lesson first.");
	}

	@Test
	void reportsChecksWithoutAGateOrWithTheSameId() {
		change("exercises/count/exercise.yaml", "    gate: true\n", "");
		change("exercises/count/exercise.yaml", "id: C2", "id: C1");
		assertProblems(
				"exercises/count/exercise.yaml:13: No check is a gate, so the exercise could be passed without its core. Write 'gate: true' at the check that matters most.",
				"exercises/count/exercise.yaml:13: Two checks have the id C1. Number them C1, C2 and so on.");
	}

	@Test
	void reportsFilesThatAreMissing() {
		delete("exercises/count/template.yaml");
		delete("exercises/count/starter/python/handler.py");
		delete("exercises/count/solutions/plain/handler.py");
		delete("exercises/count/instructions.md");
		assertProblems(
				"exercises/count/exercise.yaml:11: The template template.yaml does not exist. Add it beside exercise.yaml.",
				"exercises/count/exercise.yaml:10: The starter in Python has no handler.py. Add it to exercises/count/starter/python.",
				"exercises/count/solutions/plain/solution.yaml:1: The solution has no handler.py. Add the file beside this one.",
				"exercises/count/instructions.md:1: This file does not exist. Write what is asked of the learner.");
	}

	@Test
	void reportsAHandlerExerciseWithoutATemplate() {
		change("exercises/count/exercise.yaml", "template: template.yaml\n", "");
		assertProblems(
				"exercises/count/exercise.yaml:8: The learner hands in a handler only, but there is no template to deploy it with. Name the template: 'template: template.yaml'.");
	}

	@Test
	void reportsLanguagesWithoutASolution() {
		change("exercises/count/solutions/plain/solution.yaml", "python", "node");
		delete("exercises/count/mistakes/off/mistake.yaml");
		delete("exercises/count/mistakes/off/handler.py");
		delete("exercises/count/mistakes/off");
		assertProblems(
				"exercises/count/solutions/plain/solution.yaml:1: The exercise does not exist in Node.js. Add that language to its handlers.",
				"exercises/count/solutions:1: There is no solution in Python. Add a folder with its files and a solution.yaml.");
	}

	@Test
	void reportsMistakesThatNameWhatIsNotThere() {
		write("exercises/count/mistakes/off/mistake.yaml",
				"base: plane\nfails: [C1, C7]\nmessage: 'counted ('\nteaches: Count all.\n");
		assertProblems(
				"exercises/count/mistakes/off/mistake.yaml:1: There is no solution 'plane' to lay this mistake over. These exist: plain.",
				"exercises/count/mistakes/off/mistake.yaml:2: The exercise has no check C7. Name checks of exercise.yaml.",
				"exercises/count/mistakes/off/mistake.yaml:3: The message is not a regular expression: Unclosed group. Escape what is meant literally.");
	}

	@Test
	void reportsMistakesThatChangeNothing() {
		write("exercises/count/mistakes/off/handler.py", "x = 1\n");
		assertProblems(
				"exercises/count/mistakes/off/mistake.yaml:1: The mistake changes no file of its base 'plain'. Put the changed file beside this one.");
	}

	@Test
	void reportsFilesThatAreNotUtf8() throws IOException {
		Files.write(this.home.resolve("exercises/count/instructions.md"), new byte[] { (byte) 0xFF, (byte) 0xFE, 'a' });
		assertProblems("exercises/count/instructions.md:1: This file is not UTF-8. Save it as UTF-8.");
	}

	@Test
	void reportsAFolderWithoutACourse() {
		Path elsewhere = this.home.resolve("exercises");
		assertThat(CourseCheck.check(elsewhere)).extracting(Problem::toString)
			.containsExactly(
					"course.yaml:1: This file does not exist. Create it; schemas/course.schema.json says what belongs in it.",
					"facts.yaml:1: This file does not exist. Create it; schemas/facts.schema.json says what belongs in it.");
	}

}

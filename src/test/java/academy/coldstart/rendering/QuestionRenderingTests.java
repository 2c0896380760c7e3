package academy.coldstart.rendering;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.QuestionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Questions as texts say them.
 */
class QuestionRenderingTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path root;

	private RenderedPage render(String text) {
		return new SampleTexts(this.root).render(text);
	}

	private void file(String path, String content) {
		new SampleTexts(this.root).file(path, content);
	}

	@Test
	void asksAQuestionWithoutTellingTheAnswer() {
		RenderedPage rendered = render("""
				::: question
				Which **one**?

				::: option
				The first
				::: feedback
				Because it is not.
				::: option right
				The `second`
				::: feedback
				Because it is.
				:::
				""");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<p>Which <strong>one</strong>?</p>")
			.contains("<form method=\"get\" action=\"/lessons/x/questions/question-1\">")
			.contains("<input type=\"radio\" name=\"answer\" value=\"0\"><span>The first</span>")
			.contains("<input type=\"radio\" name=\"answer\" value=\"1\"><span>The <code>second</code></span>")
			.doesNotContain("Because");
		Question question = rendered.page().question("question-1").orElseThrow();
		assertThat(question.html("/lessons/x", Answer.of("0"))).contains("Not this one.", "<p>Because it is not.</p>",
				"Try again");
	}

	@Test
	void readsEveryKindOfQuestion() {
		file("lessons/01-x/a.py", "# region loop\nfor x in y:\n    go(x)\n# endregion\n");
		RenderedPage rendered = render("""
				::: question multiple
				M?
				::: option right
				a
				::: feedback
				x
				::: option right
				b
				::: feedback
				x
				:::
				::: question number calls a day
				N?
				::: option right
				20 within 1
				::: feedback
				x
				::: otherwise
				y
				:::
				::: question order
				O?
				::: step
				first
				::: feedback
				x
				::: step
				second
				::: feedback
				x
				:::
				::: question spot a.py#loop
				S?
				::: option
				`for x in y:`
				::: feedback
				x
				::: option right
				`go(x)`
				::: feedback
				x
				:::
				::: question predict simulator:race?a=b&c=d
				P?
				::: option right
				3
				::: feedback
				x
				:::
				""");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().questions()).extracting(Question::type)
			.containsExactly(QuestionType.MULTIPLE, QuestionType.NUMBER, QuestionType.ORDER, QuestionType.SPOT,
					QuestionType.PREDICT);
		assertThat(rendered.page().html()).contains("calls a day</label>",
				"<label class=\"line\"><input type=\"radio\" name=\"answer\" value=\"1\">");
		assertThat(rendered.page().questions().getLast().look())
			.contains(new Question.Look.Link("See it in the simulator", "/simulators/race?a=b&c=d"));
	}

	@Test
	void showsARecordedRunToThoseWhoHaveAnswered() {
		file("lessons/01-x/runs/a.json", "{}");
		RenderedPage rendered = render(prediction("run:runs/a.json?invocations Both look first.", "5"));
		SampleTexts.assertSound(rendered);
		Question question = rendered.page().questions().getFirst();
		assertThat(rendered.page().html()).contains("P?").doesNotContain("Both look first.");
		assertThat(question.html("/lessons/x", Answer.of("4"))).contains("Not this one.",
				"<figure>run-1 a.json: Both look first.</figure>");
		assertThat(question.html("/lessons/x", Answer.of("5"))).contains("Right.", "<figure>run-1");
		assertThat(rendered.page().words()).isEqualTo(1);
	}

	@Test
	void countsRecordedRunsToCheckTheRightAnswer() {
		file("lessons/01-x/runs/a.json", "{}");
		SampleTexts.assertProblem(render(prediction("run:runs/a.json?invocations Both.", "4")), 10,
				"The run runs/a.json has 5 invocations, which is not the right answer of this question. "
						+ "Make that number the right answer, or ask for something else.");
		SampleTexts.assertProblem(render(prediction("run:runs/a.json?tears Both.", "5")), 10,
				"The run runs/a.json cannot be shown: nothing is counted by the name tears. "
						+ "Record it again with ./coldstart record.");
	}

	@Test
	void reportsPredictionsOfRunsThatWereNeverRecorded() {
		RenderedPage rendered = render(prediction("run:runs/b.json?invocations Both.", "5"));
		assertThat(rendered.problems()).extracting(Problem::what)
			.containsOnly("The run runs/b.json was never recorded.");
		assertThat(rendered.problems()).extracting(Problem::line).containsOnly(10);
		assertThat(render(prediction("run:runs/b.json?invocations", "5")).problems()).extracting(Problem::what)
			.contains("This question does not say what is to be predicted.");
	}

	private static String prediction(String what, String right) {
		return """
				::: question predict %s
				P?
				::: option right
				%s
				::: feedback
				x
				:::
				""".formatted(what, right);
	}

	@Test
	void countsNoWordsOfExplanations() {
		RenderedPage rendered = render("""
				::: question
				One two?
				::: option right
				three
				::: feedback
				not these words
				::: option
				four
				::: feedback
				nor these
				:::
				""");
		assertThat(rendered.page().words()).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", textBlock = """
			::: question guess => There is no kind of question 'guess'.
			::: question order => This question leaves nothing to choose.
			::: question spot => This question leaves nothing to choose.
			::: question predict race => This question does not say what is to be predicted.
			::: question number => Nothing is said to numbers that are not listed.""")
	void reportsQuestionsThatCannotBeAsked(String directive, String sentence) {
		RenderedPage rendered = render(directive + "\nA?\n::: option right\n1\n::: feedback\nx\n:::\n");
		assertThat(rendered.problems()).extracting(Problem::what).contains(sentence);
		assertThat(rendered.problems()).extracting(Problem::line).containsOnly(10);
		assertThat(rendered.page().questions()).isEmpty();
	}

	@Test
	void reportsLinesThatAreNotInTheListing() {
		file("lessons/01-x/a.py", "# region loop\ngo()\ngo()\n# endregion\n");
		String question = """
				::: question spot a.py#loop
				S?
				::: option right
				`%s`
				::: feedback
				x
				::: option
				`y`
				::: feedback
				x
				:::
				""";
		SampleTexts.assertProblem(render(question.formatted("stop()")), 12,
				"No line of the listing is 'stop()'. Name one whole line of it, between backticks.");
		SampleTexts.assertProblem(render(question.formatted("go()")), 12,
				"Several lines of the listing are 'go()'. Name one whole line of it, between backticks.");
	}

	@Test
	void asksInLessonsOnly() {
		PageRenderer renderer = new PageRenderer(this.root, Map.of(), (kind, name) -> Optional.empty(), new NoRuns());
		RenderedPage rendered = renderer.render(new PageSource(Path.of("exercises", "e", "instructions.md"),
				"::: question\nA?\n::: option right\na\n::: feedback\nx\n::: option\nb\n::: feedback\nx\n:::\n", 1));
		assertThat(rendered.problems()).singleElement()
			.hasToString("exercises/e/instructions.md:1: Only lessons can ask questions. Move it into the lesson.");
	}

}

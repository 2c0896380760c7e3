package academy.coldstart.quiz;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionTests {

	private static final Option A = new Option("a", true, "<p>why a</p>");

	private static final Option B = new Option("b", false, "<p>why b</p>");

	private static final Option C = new Option("c", true, "<p>why c</p>");

	private static final Choice ONE = new Choice(List.of(B, A), false);

	private static final Choice SEVERAL = new Choice(List.of(A, B, C), true);

	private static final Amount AMOUNT = new Amount("calls",
			List.of(figure("1,500 within 10", true), figure("3", false)), "<p>Multiply.</p>");

	private static final Sequence SEQUENCE = new Sequence(List.of(A, B, C));

	private static Amount.Figure figure(String text, boolean right) {
		return Amount.Figure.parse(text, right, "<p>why " + text + "</p>").orElseThrow();
	}

	private static String html(QuestionType type, Task task, Answer answer) {
		return new Question("question-1", type, "<p>Which?</p>", task, Optional.empty()).html("/lessons/x", answer);
	}

	private static Answer order(String move, String... order) {
		return new Answer(List.of(), List.of(order), move);
	}

	@Test
	void explainsTheChosenAnswerAndFoldsTheOthers() {
		String html = html(QuestionType.SINGLE, ONE, Answer.of("0"));
		assertThat(html).containsSubsequence("data-standing=\"wrong\"", "role=\"status\"", "Not this one.",
				"<p>why b</p>", "<details class=\"reply-others\"><summary>", "<p>why a</p>", "Try again");
		assertThat(html).contains("value=\"0\" checked>").doesNotContain("value=\"1\" checked>");
	}

	@Test
	void takesOneAnswerWhereItDecides() {
		Question question = new Question("question-1", QuestionType.SINGLE, "<p>Which?</p>", ONE, Optional.empty());
		Map<String, String> fields = Map.of("proof", "a\"<b");
		assertThat(question.decidingHtml("/reviews/x", fields, Answer.of(Map.of("check", List.of("1")))))
			.contains("<form method=\"post\" action=\"/reviews/x\">",
					"<input type=\"hidden\" name=\"proof\" value=\"a&quot;&lt;b\">", "Choose an answer first.",
					">Check</button>")
			.doesNotContain("Check yourself");
		assertThat(question.decidingHtml("/reviews/x", fields, Answer.of(Map.of("answer", List.of("0")))))
			.containsSubsequence("Not this one.", "<p>why b</p>", "reply-others\" open>", "<p>why a</p>")
			.doesNotContain("Try again", ">Check</button>");
	}

	@Test
	void unfoldsTheOthersOnceTheAnswerIsRight() {
		assertThat(html(QuestionType.SINGLE, ONE, Answer.of("1")))
			.containsSubsequence("data-standing=\"right\"", "Right.", "<p>why a</p>", "reply-others\" open>",
					"<p>why b</p>")
			.doesNotContain("Try again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2", "-1", "x", "<script>", "99999999999" })
	void asksForAnAnswerWhenThereIsNone(String given) {
		Reply reply = ONE.reply(Answer.of(given));
		assertThat(reply.standing()).isEqualTo(Reply.Standing.OPEN);
		assertThat(html(QuestionType.SINGLE, ONE, Answer.of(given))).contains("Choose an answer first.")
			.doesNotContain("<script>", "why");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", textBlock = """
			0 2 => Right.
			0 => Not quite. One right answer is missing.
			0 1 2 => Not quite. One of your answers is not right.
			1 => Not quite. One of your answers is not right. 2 right answers are missing.""")
	void saysWhatIsMissingAndWhatIsTooMuch(String chosen, String sentence) {
		Reply reply = SEVERAL.reply(Answer.of(chosen.split(" ")));
		assertThat(reply.sentence()).isEqualTo(sentence);
		assertThat(reply.notes()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			1500;RIGHT
			1,490;RIGHT
			1510.0;RIGHT
			1511;WRONG
			3;WRONG
			7;WRONG
			;OPEN
			many;OPEN
			1e9;OPEN
			1,50;OPEN""")
	void readsNumbersWithinTheirTolerance(String given, Reply.Standing standing) {
		assertThat(AMOUNT.reply(Answer.of((given != null) ? given : "")).standing()).isEqualTo(standing);
	}

	@Test
	void explainsKnownAndUnknownNumbers() {
		assertThat(html(QuestionType.NUMBER, AMOUNT, Answer.of("3"))).containsSubsequence("Not this one.",
				"<p>why 3</p>", "<details", "1,500 calls (or up to 10 away)", "Try again");
		assertThat(html(QuestionType.NUMBER, AMOUNT, Answer.of("8"))).containsSubsequence("Not this one.",
				"<p>Multiply.</p>", "<details", "why 1,500");
		assertThat(html(QuestionType.NUMBER, AMOUNT, Answer.of("\"><b>"))).contains("value=\"\"").doesNotContain("<b>");
	}

	@Test
	void beginsWithAnotherOrderThanTheRightOne() {
		for (int steps = 2; steps < 10; steps++) {
			Sequence sequence = new Sequence(Collections.nCopies(steps, A));
			assertThat(sequence.order(Answer.NONE)).doesNotHaveDuplicates()
				.hasSize(steps)
				.isNotEqualTo(IntStream.range(0, steps).boxed().toList());
		}
	}

	@Test
	void movesStepsUpAndDown() {
		assertThat(SEQUENCE.order(order("2-up", "1", "2", "0"))).containsExactly(2, 1, 0);
		assertThat(SEQUENCE.order(order("1-down", "1", "2", "0"))).containsExactly(2, 1, 0);
		assertThat(SEQUENCE.order(order("1-up", "1", "2", "0"))).containsExactly(1, 2, 0);
		assertThat(SEQUENCE.reply(order("2-up", "1", "2", "0")).sentence()).isEqualTo("Now at place 1 of 3.");
		String html = html(QuestionType.ORDER, SEQUENCE, order("2-up", "1", "2", "0"));
		assertThat(html).containsSubsequence("value=\"2-up\" aria-label=\"Move up\"", "disabled", "value=\"2-down\"",
				"value=\"0-down\" aria-label=\"Move down\"", "disabled");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", textBlock = """
			0 1 2 => Right.
			0 2 1 => Not this order. The first is in its place, the next one is not.
			2 1 0 => Not this order. Look at what comes first.""")
	void saysHowFarAnOrderIsRight(String order, String sentence) {
		assertThat(SEQUENCE.reply(order("", order.split(" "))).sentence()).isEqualTo(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0 0 1", "0 1 7", "x y z", "0 1 2 0" })
	void takesAnImpossibleOrderForNone(String order) {
		assertThat(SEQUENCE.order(order("", order.split(" ")))).isEqualTo(SEQUENCE.order(Answer.NONE));
	}

	@Test
	void letsLinesBeChosen() {
		Listing listing = new Listing("python",
				List.of(new Listing.Line("if a &lt; b:", 0), new Listing.Line("    go()", 1),
						new Listing.Line("    stop()", -1)),
				List.of(new Option("<code>if a &lt; b:</code>", true, "<p>why if</p>"), B));
		assertThat(html(QuestionType.SPOT, listing, Answer.of("0"))).containsSubsequence(
				"<label class=\"line\"><input type=\"radio\" name=\"answer\" value=\"0\" checked>if a &lt; b:\n</label>",
				"<span class=\"line\">    stop()\n</span>", "Right.", "<p>why if</p>");
	}

}

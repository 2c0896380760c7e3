package academy.coldstart.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import academy.coldstart.quiz.Amount;
import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Choice;
import academy.coldstart.quiz.Listing;
import academy.coldstart.quiz.Option;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.QuestionType;
import academy.coldstart.quiz.Sequence;
import academy.coldstart.quiz.Task;

/**
 * A question of each kind.
 */
final class SampleQuestions {

	private static final List<Question> ALL = List.of(
			question(1, QuestionType.SINGLE,
					"The function crashes after the claim and before the charge. What does the next delivery find?",
					new Choice(List.of(
							new Option("Nothing: the claim is gone with the environment.", false,
									"<p>The claim is an item in a table; it outlives the environment.</p>"),
							new Option("An unfinished claim.", true, "<p>That is why a claim needs an expiry.</p>")),
							false)),
			question(2, QuestionType.MULTIPLE, "Which of these name the operation?",
					new Choice(List.of(new Option("The tenant", true, "<p>Order ids are unique within it.</p>"),
							new Option("The request id", false, "<p>It is new in each invocation.</p>"),
							new Option("The order", true, "<p>It is what shall be charged.</p>")), true)),
			question(3, QuestionType.NUMBER, "How many charges do three deliveries cause without a claim?",
					new Amount("charges",
							List.of(figure("3", true, "<p>One each.</p>"),
									figure("1", false, "<p>Nobody keeps them apart.</p>")),
							"<p>Count the deliveries.</p>")),
			question(4, QuestionType.ORDER, "Put the steps into order.",
					new Sequence(List.of(new Option("Claim", true, "<p>Before any effect.</p>"),
							new Option("Charge", true, "<p>Once it is claimed.</p>"),
							new Option("Store the answer", true, "<p>When there is one.</p>")))),
			question(5, QuestionType.SPOT, "Which line charges twice?",
					new Listing("python",
							List.of(new Listing.Line("if not <span class=\"hljs-built_in\">find</span>(order):", 0),
									new Listing.Line("    charge(order)", 1), new Listing.Line("    store(order)", -1)),
							List.of(new Option("<code>if not find(order):</code>", true, "<p>Both look.</p>"),
									new Option("<code>charge(order)</code>", false, "<p>It may.</p>")))),
			new Question("question-6", QuestionType.PREDICT, "<p>How often will the customer be charged?</p>",
					new Amount("", List.of(figure("2", true, "<p>Both look.</p>")), "<p>Look at the steps.</p>"),
					Optional.of(new Question.Look.Link("See it in the simulator",
							"/simulators/idempotency-race?guard=check-then-act"))));

	private SampleQuestions() {
	}

	static List<Question> all() {
		return ALL;
	}

	static String html() {
		return ALL.stream()
			.map((question) -> question.html("/lessons/idempotency", Answer.NONE))
			.collect(Collectors.joining());
	}

	private static Question question(int number, QuestionType type, String prompt, Task task) {
		return new Question("question-" + number, type, "<p>" + prompt + "</p>", task, Optional.empty());
	}

	private static Amount.Figure figure(String value, boolean right, String why) {
		return Amount.Figure.parse(value, right, why).orElseThrow();
	}

}

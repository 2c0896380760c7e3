package academy.coldstart.rendering;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.Question.Look;
import academy.coldstart.quiz.Reply;

/**
 * What readers predict: the answer of a simulator, or something that was counted in a
 * recorded run.
 */
final class Predictions {

	// Such as run:runs/both.json?invocations Both look first.
	private static final Pattern RUN = Pattern.compile("run:([^\\s?]+)\\?(\\S+)\\s+(.+)");

	private final PageDraft draft;

	private final RunWriter runs;

	Predictions(PageDraft draft, RunWriter runs) {
		this.draft = draft;
		this.runs = runs;
	}

	static boolean isRun(String written) {
		return RUN.matcher(written).matches();
	}

	/**
	 * Find where the answer to a question can be seen.
	 * @param block the question
	 * @return a link to a simulator, or the figure of a run, which is shown to those who
	 * have answered
	 */
	Optional<Look> look(Block.Question block) {
		Matcher run = RUN.matcher(block.rest());
		if (!run.matches()) {
			return CheckedLinks.simulator(block.rest())
				.map((address) -> new Look.Link("See it in the simulator", address));
		}
		return this.draft.aside(() -> this.runs.figure(run(run, block))).map(Look.Figure::new);
	}

	/**
	 * Check the right answer to a question about a recorded run. What simulators answer
	 * is not known here.
	 * @param block the question as it is written
	 * @param question the question
	 */
	void check(Block.Question block, Question question) {
		Matcher run = RUN.matcher(block.rest());
		if (!run.matches()) {
			return;
		}
		OptionalInt count = this.runs.count(run(run, block), run.group(2));
		if (count.isPresent()
				&& question.reply(Answer.of(Integer.toString(count.getAsInt()))).standing() != Reply.Standing.RIGHT) {
			this.draft.problem(block.line(),
					"The run %s has %d %s, which is not the right answer of this question.".formatted(run.group(1),
							count.getAsInt(), run.group(2).replace('=', ' ')),
					"Make that number the right answer, or ask for something else.");
		}
	}

	private static Block.Run run(Matcher written, Block.Question block) {
		return new Block.Run(written.group(1), written.group(3).strip(), block.line());
	}

}

package academy.coldstart.rendering;

import academy.coldstart.quiz.QuestionType;

/**
 * What a question has to have, by its kind.
 */
final class QuestionRules {

	private final PageDraft draft;

	QuestionRules(PageDraft draft) {
		this.draft = draft;
	}

	boolean hold(QuestionType type, Block.Question question) {
		int before = this.draft.problems().size();
		if (question.prompt().isEmpty()) {
			problem(question, "This question asks nothing.", "Write the question below its directive.");
		}
		checkOptions(type, question);
		checkHead(type, question);
		if (this.draft.page().isEmpty()) {
			problem(question, "Only lessons can ask questions.", "Move it into the lesson.");
		}
		return this.draft.problems().size() == before;
	}

	private void checkOptions(QuestionType type, Block.Question question) {
		long right = question.options().stream().filter(Block.Option::right).count();
		boolean single = type != QuestionType.MULTIPLE && type != QuestionType.ORDER;
		if (question.options().size() < 2 && type != QuestionType.NUMBER && type != QuestionType.PREDICT) {
			problem(question, "This question leaves nothing to choose.",
					(type == QuestionType.ORDER) ? "Add '::: step' parts." : "Add '::: option' parts, at least two.");
		}
		else if (right == 0) {
			problem(question, "No option of this question is right.", "Write '::: option right' for those that are.");
		}
		else if (single && right > 1) {
			problem(question, "Several options of this question are right.",
					"Begin it with '::: question multiple', or leave one right.");
		}
	}

	private void checkHead(QuestionType type, Block.Question question) {
		if (type == QuestionType.SPOT && question.rest().isEmpty()) {
			problem(question, "This question names no file to look at.",
					"Write '::: question spot snippets/file.py#region'.");
		}
		if (type == QuestionType.PREDICT && CheckedLinks.simulator(question.rest()).isEmpty()
				&& !Predictions.isRun(question.rest())) {
			problem(question, "This question does not say what is to be predicted.",
					"Write '::: question predict simulator:name?setting=value', or "
							+ "'::: question predict run:runs/name.json?invocations What is to be seen'.");
		}
		if ((type == QuestionType.NUMBER) && question.otherwise().isEmpty()) {
			problem(question, "Nothing is said to numbers that are not listed.",
					"Add '::: otherwise' with how to calculate it.");
		}
	}

	private void problem(Block.Question question, String what, String remedy) {
		this.draft.problem(question.line(), what, remedy);
	}

}

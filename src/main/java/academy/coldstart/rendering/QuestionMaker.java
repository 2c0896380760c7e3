package academy.coldstart.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import academy.coldstart.highlighting.Highlighter;
import academy.coldstart.quiz.Amount;
import academy.coldstart.quiz.Choice;
import academy.coldstart.quiz.Listing;
import academy.coldstart.quiz.Option;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.Question.Look;
import academy.coldstart.quiz.QuestionType;
import academy.coldstart.quiz.Sequence;
import academy.coldstart.quiz.Task;

/**
 * Makes questions of what authors wrote, and says what is wrong with them.
 */
final class QuestionMaker {

	private static final Map<String, QuestionType> TYPES = Map.of("", QuestionType.SINGLE, "multiple",
			QuestionType.MULTIPLE, "number", QuestionType.NUMBER, "order", QuestionType.ORDER, "spot",
			QuestionType.SPOT, "predict", QuestionType.PREDICT);

	private final PageDraft draft;

	private final Function<List<Block>, String> writer;

	private final SnippetWriter snippets;

	private final Predictions predictions;

	QuestionMaker(PageDraft draft, SnippetWriter snippets, Predictions predictions,
			Function<List<Block>, String> writer) {
		this.draft = draft;
		this.snippets = snippets;
		this.predictions = predictions;
		this.writer = writer;
	}

	Optional<Question> make(Block.Question block) {
		QuestionType type = TYPES.get(block.kind());
		if (type == null) {
			this.draft.problem(block.line(), "There is no kind of question '" + block.kind() + "'.",
					"Write nothing for one answer of several, or multiple, number, order, spot or predict.");
			return Optional.empty();
		}
		if (!new QuestionRules(this.draft).hold(type, block)) {
			return Optional.empty();
		}
		String prompt = this.writer.apply(block.prompt());
		Optional<Question> made = task(type, block).map(
				(task) -> new Question("question-" + this.draft.nextQuestion(), type, prompt, task, look(type, block)));
		made.ifPresent((question) -> this.predictions.check(block, question));
		return made;
	}

	private Optional<Task> task(QuestionType type, Block.Question block) {
		return switch (type) {
			case SINGLE -> Optional.of(new Choice(options(block), false));
			case MULTIPLE -> Optional.of(new Choice(options(block), true));
			case NUMBER -> amount(block, block.rest());
			case ORDER -> Optional.of(new Sequence(options(block)));
			case SPOT -> listing(block);
			case PREDICT -> asksForANumber(block) ? amount(block, "") : Optional.of(new Choice(options(block), false));
		};
	}

	private static boolean asksForANumber(Block.Question block) {
		return Predictions.isRun(block.rest()) || block.options().stream().allMatch(QuestionMaker::isNumber);
	}

	private static boolean isNumber(Block.Option option) {
		return Amount.Figure.parse(option.written(), false, "").isPresent();
	}

	private List<Option> options(Block.Question block) {
		return block.options().stream().map((option) -> option(option, text(option))).toList();
	}

	private Option option(Block.Option option, String text) {
		return new Option(text, option.right(), why(option.feedback()));
	}

	private String text(Block.Option option) {
		String html = this.writer.apply(option.text()).trim();
		boolean oneParagraph = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 3) < 0;
		if (!oneParagraph) {
			this.draft.problem(option.line(), "This option is more than one paragraph.",
					"Keep it to one, and put code into the question.");
			return "";
		}
		return html.substring(3, html.length() - 4);
	}

	// Nobody reads all of them, so they are not counted as reading.
	private String why(List<Block> feedback) {
		return this.draft.aside(() -> this.writer.apply(feedback));
	}

	private Optional<Task> amount(Block.Question block, String unit) {
		List<Amount.Figure> figures = new ArrayList<>();
		for (Block.Option option : block.options()) {
			Amount.Figure.parse(option.written(), option.right(), why(option.feedback()))
				.ifPresentOrElse(figures::add, () -> this.draft.problem(option.line(),
						"'" + option.written() + "' is not a number.", "Write it like 27, 0.5 or 20 within 1."));
		}
		return Optional.of(new Amount(Html.escape(unit), figures, why(block.otherwise())));
	}

	private Optional<Task> listing(Block.Question block) {
		Optional<SnippetWriter.Code> code = this.snippets.code(block.rest(), block.line());
		if (code.isEmpty()) {
			return Optional.empty();
		}
		List<String> lines = code.get().text().lines().toList();
		List<Option> options = new ArrayList<>();
		int[] begins = new int[lines.size()];
		for (Block.Option option : block.options()) {
			String written = option.written().replaceAll("^`+|`+$", "");
			int line = only(lines, written, option.line());
			if (line < 0) {
				return Optional.empty();
			}
			options.add(option(option, "<code>" + Html.escape(written) + "</code>"));
			begins[line] = options.size();
		}
		List<String> colored = Highlighter.lines(code.get().language(), code.get().text());
		List<Listing.Line> shown = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			shown.add(new Listing.Line(colored.get(i), begins[i] - 1));
		}
		return Optional.of(new Listing(code.get().language(), shown, options));
	}

	private int only(List<String> lines, String written, int at) {
		List<String> stripped = lines.stream().map(String::strip).toList();
		int line = stripped.indexOf(written.strip());
		if (line < 0 || stripped.lastIndexOf(written.strip()) != line) {
			this.draft.problem(at,
					(line < 0) ? "No line of the listing is '" + written + "'."
							: "Several lines of the listing are '" + written + "'.",
					"Name one whole line of it, between backticks.");
			return -1;
		}
		return line;
	}

	private Optional<Look> look(QuestionType type, Block.Question block) {
		return (type == QuestionType.PREDICT) ? this.predictions.look(block) : Optional.empty();
	}

}

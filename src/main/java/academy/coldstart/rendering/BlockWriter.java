package academy.coldstart.rendering;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the blocks of a page as HTML.
 */
final class BlockWriter {

	private final PageDraft draft;

	private final MarkdownWriter markdown;

	private final SnippetWriter snippets;

	private final QuestionMaker questions;

	private final RunWriter runs;

	private final DiagramWriter diagrams;

	BlockWriter(PageDraft draft, MarkdownWriter markdown, RunFigures runs) {
		this.draft = draft;
		this.markdown = markdown;
		this.snippets = new SnippetWriter(draft);
		this.runs = new RunWriter(draft, runs);
		this.diagrams = new DiagramWriter(draft, this::write);
		this.questions = new QuestionMaker(draft, this.snippets, new Predictions(draft, this.runs), this::write);
	}

	String write(List<Block> blocks) {
		return blocks.stream().map(this::write).collect(Collectors.joining());
	}

	private String write(Block block) {
		return switch (block) {
			case Block.Markdown text -> this.markdown.write(text);
			case Block.Snippet snippet -> this.snippets.write(snippet);
			case Block.Run run -> this.runs.write(run);
			case Block.Diagram diagram -> this.diagrams.write(diagram);
			case Block.Callout callout -> write(callout);
			case Block.Question question -> write(question);
		};
	}

	private String write(Block.Callout callout) {
		this.draft.countWords(callout.title());
		return "<div class=\"callout callout-" + callout.kind() + "\" role=\"note\">\n<p class=\"callout-title\">"
				+ Html.escape(callout.title()) + "</p>\n" + write(callout.content()) + "</div>\n";
	}

	private String write(Block.Question block) {
		return this.questions.make(block).map(this.draft::ask).orElse("");
	}

}

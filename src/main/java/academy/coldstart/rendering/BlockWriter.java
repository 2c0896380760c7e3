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

	BlockWriter(PageDraft draft, MarkdownWriter markdown) {
		this.draft = draft;
		this.markdown = markdown;
		this.snippets = new SnippetWriter(draft);
	}

	String write(List<Block> blocks) {
		return blocks.stream().map(this::write).collect(Collectors.joining());
	}

	private String write(Block block) {
		return switch (block) {
			case Block.Markdown text -> this.markdown.write(text);
			case Block.Snippet snippet -> this.snippets.write(snippet);
			case Block.Callout callout -> write(callout);
			case Block.Question question -> write(question);
		};
	}

	private String write(Block.Callout callout) {
		this.draft.countWords(callout.title());
		return "<div class=\"callout callout-" + callout.kind() + "\" role=\"note\">\n<p class=\"callout-title\">"
				+ Html.escape(callout.title()) + "</p>\n" + write(callout.content()) + "</div>\n";
	}

	private String write(Block.Question question) {
		String id = "question-" + this.draft.nextQuestion();
		StringBuilder html = new StringBuilder("<section class=\"question\" aria-labelledby=\"" + id
				+ "\">\n<p class=\"question-title\" id=\"" + id + "\">Check yourself</p>\n");
		html.append(write(question.prompt()));
		if (!question.options().isEmpty()) {
			html.append("<p class=\"question-how\">Choose an answer to see what follows from it.</p>\n");
			html.append("<ul class=\"question-options\">\n");
			question.options().forEach((option) -> html.append(write(option)));
			html.append("</ul>\n");
		}
		if (!question.answer().isEmpty()) {
			html.append("<details class=\"question-answer\"><summary>Show the answer</summary>\n")
				.append(write(question.answer()))
				.append("</details>\n");
		}
		return html.append("</section>\n").toString();
	}

	private String write(Block.Option option) {
		String verdict = option.right() ? "Right." : "Not this one.";
		return "<li><details class=\"question-option " + (option.right() ? "right" : "wrong") + "\"><summary>"
				+ inline(write(option.text())) + "</summary>\n<div class=\"feedback\"><p class=\"verdict\">" + verdict
				+ "</p>\n" + write(option.feedback()) + "</div></details></li>\n";
	}

	private static String inline(String html) {
		String text = html.trim();
		boolean oneParagraph = text.startsWith("<p>") && text.endsWith("</p>") && text.indexOf("<p>", 3) < 0;
		return oneParagraph ? text.substring(3, text.length() - 4) : text;
	}

}

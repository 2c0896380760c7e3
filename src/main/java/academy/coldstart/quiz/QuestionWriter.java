package academy.coldstart.quiz;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a question as a form that asks the server what an answer is worth, so that it
 * works without scripts.
 */
final class QuestionWriter {

	private static final String CHECK = """
			<div class="actions"><button class="button" type="submit" name="check" value="1">Check</button></div>
			""";

	private final Question question;

	private final QuestionForm form;

	private final String id;

	QuestionWriter(Question question, QuestionForm form) {
		this.question = question;
		this.form = form;
		this.id = question.id();
	}

	String write(Answer answer) {
		Reply reply = this.question.reply(answer);
		return """
				<section class="question" id="%1$s" data-type="%2$s" aria-labelledby="%1$s-title">
				<p class="question-title" id="%1$s-title">%8$s</p>
				<form method="%9$s" action="%3$s">
				%11$s				<div class="question-prompt" id="%1$s-prompt">%4$s</div>
				<p class="question-how" id="%1$s-how">%5$s</p>
				%6$s%10$s</form>
				%7$s</section>
				""".formatted(this.id, this.question.type().name().toLowerCase(Locale.ROOT), this.form.address(),
				this.question.prompt(), this.question.type().how(),
				new FieldWriter(this.id).write(this.question.task(), answer), reply(reply), this.form.title(),
				this.form.method(), this.form.isOver(reply) ? "" : CHECK, this.form.hidden());
	}

	private String reply(Reply reply) {
		String standing = reply.standing().name().toLowerCase(Locale.ROOT);
		StringBuilder html = new StringBuilder(
				"<div class=\"reply\" data-standing=\"" + standing + "\">\n<div class=\"reply-says\" role=\"status\">");
		if (!reply.sentence().isEmpty()) {
			html.append("<p class=\"verdict\">").append(reply.sentence()).append("</p>\n");
		}
		List<Reply.Note> asked = reply.notes().stream().filter(Reply.Note::asked).toList();
		html.append((asked.size() == 1) ? asked.getFirst().why() : notes(asked)).append("</div>\n");
		if (reply.standing() != Reply.Standing.OPEN) {
			html.append(others(reply)).append(figure()).append(ways(reply));
		}
		return html.append("</div>\n").toString();
	}

	private String others(Reply reply) {
		List<Reply.Note> others = reply.notes().stream().filter((note) -> !note.asked()).toList();
		if (others.isEmpty()) {
			return "";
		}
		String open = (reply.standing() == Reply.Standing.RIGHT || this.form.isOver(reply)) ? " open" : "";
		return "<details class=\"reply-others\"" + open + "><summary>What about the others?</summary>\n" + notes(others)
				+ "</details>\n";
	}

	private static String notes(List<Reply.Note> notes) {
		return notes.isEmpty() ? "" : notes.stream()
			.map((note) -> "<dt data-right=\"" + note.right() + "\">" + note.title() + " <span class=\"note-verdict\">"
					+ (note.right() ? "right" : "not right") + "</span></dt>\n<dd>" + note.why() + "</dd>\n")
			.collect(Collectors.joining("", "<dl class=\"reply-notes\">\n", "</dl>\n"));
	}

	private String figure() {
		return this.question.look().map((look) -> switch (look) {
			case Question.Look.Figure figure -> figure.html();
			case Question.Look.Link link -> "";
		}).orElse("");
	}

	private static String link(Question.Look look) {
		return switch (look) {
			case Question.Look.Link link ->
				"<a href=\"" + link.address().replace("&", "&amp;") + "\">" + link.title() + "</a>";
			case Question.Look.Figure figure -> "";
		};
	}

	private String ways(Reply reply) {
		String again = (reply.standing() == Reply.Standing.WRONG && this.form.repeatable())
				? "<a class=\"button\" data-again href=\"" + this.form.address() + "\">Try again</a>" : "";
		String look = this.question.look().map(QuestionWriter::link).orElse("");
		return (again + look).isEmpty() ? "" : "<div class=\"actions\">" + again + look + "</div>\n";
	}

}

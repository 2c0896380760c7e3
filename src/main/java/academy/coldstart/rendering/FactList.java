package academy.coldstart.rendering;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes the list at the end of a page that dates each fact and names its source.
 */
final class FactList {

	private static final String TITLE = "Facts and sources";

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private final PageDraft draft;

	FactList(PageDraft draft) {
		this.draft = draft;
	}

	String write() {
		List<PageDraft.QuotedFact> facts = this.draft.quotedFacts();
		if (facts.isEmpty()) {
			return "";
		}
		String id = this.draft.addHeading(2, TITLE, 1);
		StringBuilder html = new StringBuilder("<section class=\"facts\" aria-labelledby=\"" + id + "\">\n<h2 id=\""
				+ id + "\">" + TITLE + "</h2>\n<ol>\n");
		facts.forEach((fact) -> html.append(item(fact)));
		return html.append("</ol>\n</section>\n").toString();
	}

	private String item(PageDraft.QuotedFact quoted) {
		Fact fact = quoted.fact();
		String how = fact.source().read() ? "" : " through a summary that cites this page";
		return "<li id=\"fact-%d\">%s: %s. <a href=\"%s\" rel=\"noopener noreferrer\">%s</a>, checked%s on <time datetime=\"%s\">%s</time>.</li>\n"
			.formatted(quoted.number(), Html.escape(fact.statement()), Html.escape(fact.value()),
					Html.escape(fact.source().address().toString()), Html.escape(fact.source().title()), how,
					fact.checked(), DATE.format(fact.checked()));
	}

}

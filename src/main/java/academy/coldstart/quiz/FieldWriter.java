package academy.coldstart.quiz;

import java.util.List;
import java.util.Set;

/**
 * Writes what a question is answered with.
 */
final class FieldWriter {

	private final String id;

	FieldWriter(String id) {
		this.id = id;
	}

	String write(Task task, Answer answer) {
		return switch (task) {
			case Choice choice -> group(choice(choice, Choice.chosen(answer, choice.options().size())));
			case Listing listing -> group(listing(listing, Choice.chosen(answer, listing.options().size())));
			case Amount amount -> amount(amount, answer);
			case Sequence sequence -> sequence(sequence, sequence.order(answer));
		};
	}

	private String group(String content) {
		return "<fieldset aria-labelledby=\"%1$s-prompt %1$s-how\">\n%2$s</fieldset>\n".formatted(this.id, content);
	}

	private static String choice(Choice choice, Set<Integer> chosen) {
		StringBuilder html = new StringBuilder();
		for (int i = 0; i < choice.options().size(); i++) {
			html.append("<label class=\"choice\">")
				.append(input(choice.several() ? "checkbox" : "radio", i, chosen))
				.append("<span>")
				.append(choice.options().get(i).text())
				.append("</span></label>\n");
		}
		return html.toString();
	}

	private static String input(String type, int value, Set<Integer> chosen) {
		return "<input type=\"%s\" name=\"answer\" value=\"%d\"%s>".formatted(type, value,
				chosen.contains(value) ? " checked" : "");
	}

	private static String listing(Listing listing, Set<Integer> chosen) {
		StringBuilder html = new StringBuilder(
				"<pre class=\"listing\" tabindex=\"0\"><code class=\"language-" + listing.language() + "\">");
		for (Listing.Line line : listing.lines()) {
			boolean given = line.option() < 0;
			html.append(
					given ? "<span class=\"line\">" : "<label class=\"line\">" + input("radio", line.option(), chosen));
			html.append(line.html()).append(given ? "\n</span>" : "\n</label>");
		}
		return html.append("</code></pre>\n").toString();
	}

	private String amount(Amount amount, Answer answer) {
		String given = answer.given().stream().findFirst().flatMap(Amount::number).map(Object::toString).orElse("");
		return """
				<p class="amount"><input type="number" step="any" name="answer" id="%1$s-answer" value="%2$s" aria-labelledby="%1$s-prompt %1$s-unit"> <label for="%1$s-answer" id="%1$s-unit">%3$s</label></p>
				"""
			.formatted(this.id, given, amount.unit().isEmpty() ? "Your answer" : amount.unit());
	}

	private String sequence(Sequence sequence, List<Integer> order) {
		StringBuilder html = new StringBuilder("<ol class=\"steps\" aria-labelledby=\"" + this.id + "-how\">\n");
		for (int place = 0; place < order.size(); place++) {
			int step = order.get(place);
			String words = this.id + "-step-" + step;
			html.append("<li><input type=\"hidden\" name=\"order\" value=\"" + step + "\"><span id=\"" + words + "\">")
				.append(sequence.steps().get(step).text())
				.append("</span><span class=\"moves\">")
				.append(move(step, "up", "↑", place == 0))
				.append(move(step, "down", "↓", place == order.size() - 1))
				.append("</span></li>\n");
		}
		return html.append("</ol>\n").toString();
	}

	private String move(int step, String way, String sign, boolean end) {
		return "<button class=\"quiet\" type=\"submit\" name=\"move\" value=\"%1$d-%2$s\" aria-label=\"Move %2$s\" aria-describedby=\"%3$s-step-%1$d\"%4$s>%5$s</button>"
			.formatted(step, way, this.id, end ? " disabled" : "", sign);
	}

}

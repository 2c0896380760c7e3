package academy.coldstart.graders.initonce;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import academy.coldstart.grader.Order;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The right answer to an order.
 *
 * @param orderId the order
 * @param lines its lines
 */
record Quote(String orderId, List<Line> lines) {

	/**
	 * Price an order.
	 * @param order the order
	 * @param prices finds an article by its key
	 * @param rates the rates that apply
	 * @return the right answer
	 */
	static Quote of(Order order, Function<String, Article> prices, VatRates rates) {
		return new Quote(order.orderId(),
				order.lines()
					.stream()
					.map((line) -> Line.of(prices.apply(line.sku()), line.qty(), rates))
					.toList());
	}

	int net() {
		return this.lines.stream().mapToInt(Line::net).sum();
	}

	int vat() {
		return this.lines.stream().mapToInt(Line::vat).sum();
	}

	int total() {
		return net() + vat();
	}

	boolean isAnsweredBy(JsonNode answer) {
		return difference(answer).isEmpty();
	}

	/**
	 * Find the first thing that is wrong with an answer.
	 * @param answer the answer
	 * @return what it is, as a sentence part such as {@code vat is 140, not 200}
	 */
	Optional<String> difference(JsonNode answer) {
		if (!isNamedBy(answer)) {
			return Optional.of("orderId is %s, not \"%s\"".formatted(shown(answer.path("orderId")), this.orderId));
		}
		if (answer.path("lines").size() != this.lines.size()) {
			return Optional.of("it has %d lines, not %d".formatted(answer.path("lines").size(), this.lines.size()));
		}
		return this.lines.stream()
			.flatMap((line) -> line.difference(find(answer, line.sku())).stream())
			.findFirst()
			.or(() -> number(answer, "net", net(), ""))
			.or(() -> number(answer, "vat", vat(), ""))
			.or(() -> number(answer, "total", total(), ""));
	}

	boolean isNamedBy(JsonNode answer) {
		return answer.path("orderId").asString("").equals(this.orderId);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "net %d, vat %d, total %d", net(), vat(), total());
	}

	private static @Nullable JsonNode find(JsonNode answer, String sku) {
		return StreamSupport.stream(answer.path("lines").spliterator(), false)
			.filter((line) -> line.path("sku").asString("").equals(sku))
			.findFirst()
			.orElse(null);
	}

	private static Optional<String> number(JsonNode object, String field, int expected, String reason) {
		JsonNode value = object.path(field);
		boolean same = value.isNumber() && value.decimalValue().compareTo(BigDecimal.valueOf(expected)) == 0;
		return same ? Optional.empty()
				: Optional.of("%s is %s, not %d%s".formatted(field, shown(value), expected, reason));
	}

	private static String shown(JsonNode value) {
		return value.isMissingNode() ? "missing" : value.toString();
	}

	/**
	 * A line of the answer.
	 *
	 * @param sku the article
	 * @param qty how many
	 * @param net their price in cents
	 * @param vat the VAT on it in cents
	 * @param reason how that VAT comes about
	 */
	record Line(String sku, int qty, int net, int vat, String reason) {

		private static Line of(Article article, int qty, VatRates rates) {
			int net = article.net() * qty;
			int percent = rates.percent(article.isReduced());
			return new Line(article.sku(), qty, net, net / 100 * percent,
					" (%d%% of %d, class %s)".formatted(percent, net, article.vatClass()));
		}

		private Optional<String> difference(@Nullable JsonNode line) {
			if (line == null) {
				return Optional.of("it has no line for " + this.sku);
			}
			return number(line, "qty", this.qty, "").or(() -> number(line, "net", this.net, ""))
				.or(() -> number(line, "vat", this.vat, this.reason))
				.map((difference) -> "in the line of " + this.sku + " " + difference);
		}

	}

}

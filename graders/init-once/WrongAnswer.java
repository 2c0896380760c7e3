package academy.coldstart.graders.initonce;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import tools.jackson.databind.JsonNode;

/**
 * Says what is wrong with an answer, and where the wrong part seems to come from.
 *
 * @param shop the shop
 * @param order the order
 * @param result the answer
 */
record WrongAnswer(Shop shop, Order order, Result result) {

	/**
	 * Demand that an order was answered rightly.
	 * @param shop the shop
	 * @param order the order
	 * @param result the answer
	 * @throws LearnerFailure when it was not
	 */
	static void refuse(Shop shop, Order order, Result result) {
		refuseForeign(shop, order, result);
		Quote right = shop.quote(order);
		right.difference(result.json()).ifPresent((difference) -> {
			WrongAnswer wrong = new WrongAnswer(shop, order, result);
			throw LearnerFailure.because("%s", wrong.reason().orElseGet(() -> wrong.plain(difference)))
				.expected("%s", right)
				.observed("%s", result.shown())
				.evidence(result);
		});
	}

	/**
	 * Demand an answer that is about the order, whatever it says.
	 * @param shop the shop
	 * @param order the order
	 * @param result the answer
	 * @throws LearnerFailure when it is not
	 */
	static void refuseForeign(Shop shop, Order order, Result result) {
		result.requireSuccess();
		if (!shop.quote(order).isNamedBy(result.json())) {
			throw LearnerFailure
				.because("Order %s was answered with %s, which does not name the order.", order.orderId(),
						result.shown())
				.expected("an object with \"orderId\": \"%s\"", order.orderId())
				.observed("%s", result.shown())
				.evidence(result);
		}
	}

	private Optional<String> reason() {
		return foreignLine().or(this::oldQuantity).or(this::oldPrice).or(this::oldRates);
	}

	private Optional<String> foreignLine() {
		Set<String> own = skus(this.order);
		return answered().stream()
			.filter((sku) -> !own.contains(sku))
			.flatMap((sku) -> before().filter((other) -> skus(other).contains(sku))
				.findFirst()
				.map((other) -> "Order %s shows a line of order %s: %s. The customer ordered %s."
					.formatted(this.order.orderId(), other.orderId(), sku, String.join(" and ", own)))
				.stream())
			.findFirst();
	}

	private Optional<String> oldQuantity() {
		return before().filter((other) -> other.orderId().equals(this.order.orderId()))
			.filter((other) -> !other.lines().equals(this.order.lines()))
			.filter((other) -> this.shop.quote(other).isAnsweredBy(this.result.json()))
			.findFirst()
			.map((other) -> "Order %s came again with another quantity, %s after %s, and got the answer of its first time."
				.formatted(this.order.orderId(), quantities(this.order), quantities(other)));
	}

	private Optional<String> oldPrice() {
		if (!this.shop.quoteWithOldPrices(this.order).isAnsweredBy(this.result.json())) {
			return Optional.empty();
		}
		return this.shop.prices()
			.changeFor(this.order)
			.map((change) -> "Order %s is priced with an old price: the price of %s has changed since, %s."
				.formatted(this.order.orderId(), change.from().sku(), change));
	}

	private Optional<String> oldRates() {
		if (!this.shop.quoteWithOldRates(this.order).isAnsweredBy(this.result.json())) {
			return Optional.empty();
		}
		return Optional.of("Order %s is priced with %s, the VAT of the deployment before. %s"
			.formatted(this.order.orderId(), this.shop.oldRates(), parameter()));
	}

	private String plain(String difference) {
		return "Order %s is priced wrongly: %s. %s".formatted(this.order.orderId(), difference, parameter());
	}

	private String parameter() {
		return "The parameter %s says %s.".formatted(VatRates.PARAMETER, this.shop.rates());
	}

	private Stream<Order> before() {
		return this.shop.sent().stream().skip(1);
	}

	private List<String> answered() {
		JsonNode lines = this.result.json().path("lines");
		return StreamSupport.stream(lines.spliterator(), false).map((line) -> line.path("sku").asString("")).toList();
	}

	private static Set<String> skus(Order order) {
		return order.lines().stream().map(Order.Line::sku).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String quantities(Order order) {
		return order.lines()
			.stream()
			.map((line) -> line.qty() + " " + line.sku())
			.collect(Collectors.joining(" and "));
	}

}

package academy.coldstart.graders.initonce;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * The shop around the function: its price list, its VAT rates, and the orders it has
 * sent.
 */
final class Shop {

	private final Run run;

	private final Random random;

	private final PriceList prices;

	private final List<Order> sent = new ArrayList<>();

	private VatRates rates;

	private VatRates oldRates;

	private int taken;

	private Shop(Run run) {
		this.run = run;
		this.random = new Random(run.seed());
		this.prices = PriceList.write(run, this.random);
		this.rates = VatRates.of(run.seed());
		this.oldRates = this.rates;
	}

	/**
	 * Return the shop of a run, opened when it is asked for the first time.
	 * @param run the run
	 * @return the shop
	 */
	static Shop of(Run run) {
		return run.once(Shop.class, () -> new Shop(run));
	}

	/**
	 * Make an order for two articles, one of each VAT class, that the orders right before
	 * it do not have.
	 * @return the order
	 */
	Order order() {
		List<Order.Line> lines = new ArrayList<>();
		for (int n = 0; n < 2; n++) {
			lines.add(new Order.Line(this.prices.sku(this.taken), 1 + this.random.nextInt(8)));
			this.taken++;
		}
		return this.run.orders().next().withLines(lines);
	}

	Result send(Order order, String text) {
		Result result = this.run.function().invoke(order, text);
		this.sent.add(order);
		return result;
	}

	/**
	 * Send an order to a function that perhaps cannot start at present.
	 * @param order the order
	 * @param text what is done, for the timeline
	 * @return the result
	 */
	Result trySend(Order order, String text) {
		Result result = this.run.function().tryInvoke(order, text);
		this.sent.add(order);
		return result;
	}

	/** Change the VAT rates and have the function start anew, as a deployment does. */
	void deployOtherRates() {
		this.oldRates = this.rates;
		this.rates = this.rates.others(this.random);
		this.run.act("set " + VatRates.PARAMETER + " to " + this.rates,
				() -> this.run.aws()
					.ssm()
					.putParameter((put) -> put.name(VatRates.PARAMETER).value(this.rates.toString()).overwrite(true)));
		this.run.function().renewEnvironments();
	}

	Quote quote(Order order) {
		return Quote.of(order, this.prices::article, this.rates);
	}

	/**
	 * Price an order as it was before the last change of a price.
	 * @param order the order
	 * @return the answer that is right no more
	 */
	Quote quoteWithOldPrices(Order order) {
		return Quote.of(order, this.prices::articleBeforeChange, this.rates);
	}

	/**
	 * Price an order as the deployment before this would.
	 * @param order the order
	 * @return the answer that is right no more
	 */
	Quote quoteWithOldRates(Order order) {
		return Quote.of(order, this.prices::article, this.oldRates);
	}

	PriceList prices() {
		return this.prices;
	}

	VatRates rates() {
		return this.rates;
	}

	VatRates oldRates() {
		return this.oldRates;
	}

	/**
	 * Return the orders that were sent, the last one first.
	 * @return the orders
	 */
	List<Order> sent() {
		return List.copyOf(this.sent).reversed();
	}

}

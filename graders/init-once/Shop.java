package academy.coldstart.graders.initonce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The shop around the function: its price list, its VAT rates, and the orders it has
 * sent.
 */
final class Shop {

	/** As many as a batch of DynamoDB takes at most. */
	private static final int ARTICLES = 24;

	private static final List<String> NAMES = List.of("FERN", "MOSS", "SPADE", "TULIP", "POT", "HOSE", "OAK", "GNOME");

	private final Run run;

	private final Random random;

	private final Map<String, Article> prices = new LinkedHashMap<>();

	private final Map<String, Change> changes = new HashMap<>();

	private final List<Order> sent = new ArrayList<>();

	private VatRates rates;

	private VatRates oldRates;

	private int taken;

	private Shop(Run run) {
		this.run = run;
		this.random = new Random(run.seed());
		this.rates = VatRates.of(run.seed());
		this.oldRates = this.rates;
	}

	/**
	 * Return the shop of a run, opened when it is asked for the first time.
	 * @param run the run
	 * @return the shop
	 */
	static Shop of(Run run) {
		return run.once(Shop.class, () -> {
			Shop shop = new Shop(run);
			shop.fillPriceList();
			return shop;
		});
	}

	private void fillPriceList() {
		List<Integer> numbers = new ArrayList<>(IntStream.range(100, 100 + 4 * ARTICLES).boxed().toList());
		Collections.shuffle(numbers, this.random);
		for (int n = 0; n < ARTICLES; n++) {
			String sku = NAMES.get(n % NAMES.size()) + "-" + numbers.get(n);
			this.prices.put(sku, new Article(sku, 100 * (3 + this.random.nextInt(90)), n % 2 == 1));
		}
		String table = this.run.table("Prices").name();
		List<WriteRequest> puts = this.prices.values()
			.stream()
			.map((article) -> WriteRequest.builder().putRequest((put) -> put.item(article.item())).build())
			.toList();
		this.run.act("wrote a price list of " + ARTICLES + " articles",
				() -> this.run.aws().dynamoDb().batchWriteItem((batch) -> batch.requestItems(Map.of(table, puts))));
	}

	/**
	 * Make an order for two articles, one of each VAT class, that no other order of the
	 * last rounds has.
	 * @return the order
	 */
	Order order() {
		List<String> skus = List.copyOf(this.prices.keySet());
		List<Order.Line> lines = new ArrayList<>();
		for (int n = 0; n < 2; n++) {
			lines.add(new Order.Line(skus.get(this.taken % ARTICLES), 1 + this.random.nextInt(8)));
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

	/**
	 * Change the price of an article.
	 * @param sku the article
	 */
	void changePrice(String sku) {
		Article old = article(sku);
		Change change = new Change(old, old.withNet(old.net() + 100 * (1 + this.random.nextInt(9))));
		this.changes.put(sku, change);
		this.prices.put(sku, change.to());
		this.run.table("Prices").put(change.to().item(), "changed the price of " + sku + " " + change);
	}

	/**
	 * Return a change of price that concerns an order.
	 * @param order the order
	 * @return the change, or empty
	 */
	Optional<Change> change(Order order) {
		return order.lines().stream().flatMap((line) -> Stream.ofNullable(this.changes.get(line.sku()))).findFirst();
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
		return Quote.of(order, this::article, this.rates);
	}

	/**
	 * Price an order as it was before the last change of a price.
	 * @param order the order
	 * @return the answer that is right no more
	 */
	Quote quoteWithOldPrices(Order order) {
		return Quote.of(order, this::oldArticle, this.rates);
	}

	/**
	 * Price an order as the deployment before this would.
	 * @param order the order
	 * @return the answer that is right no more
	 */
	Quote quoteWithOldRates(Order order) {
		return Quote.of(order, this::article, this.oldRates);
	}

	VatRates rates() {
		return this.rates;
	}

	VatRates oldRates() {
		return this.oldRates;
	}

	private Article article(String sku) {
		return Objects.requireNonNull(this.prices.get(sku));
	}

	private Article oldArticle(String sku) {
		Change change = this.changes.get(sku);
		return (change != null) ? change.from() : article(sku);
	}

	/**
	 * Return the orders that were sent, the last one first.
	 * @return the orders
	 */
	List<Order> sent() {
		return List.copyOf(this.sent).reversed();
	}

	/**
	 * A change of price.
	 *
	 * @param from the article before
	 * @param to the article after
	 */
	record Change(Article from, Article to) {

		String sku() {
			return this.from.sku();
		}

		@Override
		public String toString() {
			return "from " + this.from.net() + " to " + this.to.net();
		}

	}

}

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
import academy.coldstart.grader.Run;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The price list in its table. The VAT classes of its articles take turns.
 */
final class PriceList {

	/** As many as a batch of DynamoDB nearly takes. */
	private static final int ARTICLES = 24;

	private static final List<String> NAMES = List.of("FERN", "MOSS", "SPADE", "TULIP", "POT", "HOSE", "OAK", "GNOME");

	private final Run run;

	private final Random random;

	private final Map<String, Article> articles = new LinkedHashMap<>();

	private final Map<String, Change> changes = new HashMap<>();

	private PriceList(Run run, Random random) {
		this.run = run;
		this.random = random;
	}

	/**
	 * Write a price list with keys and prices that depend on the random numbers.
	 * @param run the run
	 * @param random the random numbers
	 * @return the list
	 */
	static PriceList write(Run run, Random random) {
		PriceList list = new PriceList(run, random);
		list.fill();
		run.act("wrote a price list of " + ARTICLES + " articles", list::store);
		return list;
	}

	private void fill() {
		List<Integer> numbers = new ArrayList<>(IntStream.range(100, 100 + 4 * ARTICLES).boxed().toList());
		Collections.shuffle(numbers, this.random);
		for (int n = 0; n < ARTICLES; n++) {
			String sku = NAMES.get(n % NAMES.size()) + "-" + numbers.get(n);
			this.articles.put(sku, new Article(sku, 100 * (3 + this.random.nextInt(90)), n % 2 == 1));
		}
	}

	private BatchWriteItemResponse store() {
		String table = this.run.table("Prices").name();
		List<WriteRequest> puts = this.articles.values()
			.stream()
			.map((article) -> WriteRequest.builder().putRequest((put) -> put.item(article.item())).build())
			.toList();
		BatchWriteItemResponse response = this.run.aws()
			.dynamoDb()
			.batchWriteItem((batch) -> batch.requestItems(Map.of(table, puts)));
		if (!response.unprocessedItems().isEmpty()) {
			throw new IllegalStateException("The price list was not written completely");
		}
		return response;
	}

	/**
	 * Return the key of an article; after the last comes the first again.
	 * @param index a number from 0
	 * @return the key
	 */
	String sku(int index) {
		return List.copyOf(this.articles.keySet()).get(index % ARTICLES);
	}

	/**
	 * Change the price of an article.
	 * @param sku the article
	 */
	void change(String sku) {
		Article old = article(sku);
		Change change = new Change(old, old.withNet(old.net() + 100 * (1 + this.random.nextInt(9))));
		this.changes.put(sku, change);
		this.articles.put(sku, change.to());
		this.run.table("Prices").put(change.to().item(), "changed the price of " + sku + " " + change);
	}

	Article article(String sku) {
		return Objects.requireNonNull(this.articles.get(sku));
	}

	Article articleBeforeChange(String sku) {
		Change change = this.changes.get(sku);
		return (change != null) ? change.from() : article(sku);
	}

	/**
	 * Return the change of price that concerns an order.
	 * @param order the order
	 * @return the change, or empty
	 */
	Optional<Change> changeFor(Order order) {
		return order.lines().stream().flatMap((line) -> Stream.ofNullable(this.changes.get(line.sku()))).findFirst();
	}

	/**
	 * A change of price.
	 *
	 * @param from the article before
	 * @param to the article after
	 */
	record Change(Article from, Article to) {

		@Override
		public String toString() {
			return "from " + this.from.net() + " to " + this.to.net();
		}

	}

}

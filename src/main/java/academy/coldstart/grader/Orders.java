package academy.coldstart.grader;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Makes orders whose values depend on the seed, no two with the same id.
 */
public final class Orders {

	private static final List<String> SKUS = List.of("FERN-2L", "MOSS-1M", "SPADE-XL", "TULIP-20", "POT-TERRA",
			"HOSE-15M", "SEED-OAK", "GNOME-RED", "LARK-MIX", "SOIL-40L");

	private static final List<String> TENANTS = List.of("fern", "moss", "oak", "tulip", "birch", "clover", "heath",
			"sedge");

	private final Random random;

	private final Set<Integer> used;

	Orders(Random random) {
		this(random, ConcurrentHashMap.newKeySet());
	}

	private Orders(Random random, Set<Integer> used) {
		this.random = random;
		this.used = used;
	}

	/**
	 * Make another maker, for what runs beside other things: its orders do not depend on
	 * who else makes some meanwhile.
	 * @return a maker of orders that no other one makes
	 */
	public synchronized Orders apart() {
		return new Orders(new Random(this.random.nextLong()), this.used);
	}

	/**
	 * Make the next order.
	 * @return an order with 1 to 4 lines
	 */
	public synchronized Order next() {
		List<Order.Line> lines = IntStream.rangeClosed(0, this.random.nextInt(4)).mapToObj((n) -> line()).toList();
		return new Order(1, "o-" + number(), "t-" + TENANTS.get(this.random.nextInt(TENANTS.size())),
				"c-" + (1000 + this.random.nextInt(9000)), "EUR", lines, correlationId());
	}

	/**
	 * Make several orders.
	 * @param count how many
	 * @return the orders
	 */
	public List<Order> next(int count) {
		return IntStream.range(0, count).mapToObj((n) -> next()).toList();
	}

	private Order.Line line() {
		return new Order.Line(SKUS.get(this.random.nextInt(SKUS.size())), 1 + this.random.nextInt(9));
	}

	private int number() {
		int number = 10_000 + this.random.nextInt(90_000);
		return this.used.add(number) ? number : number();
	}

	private String correlationId() {
		return new UUID(this.random.nextLong(), this.random.nextLong()).toString().toLowerCase(Locale.ROOT);
	}

}

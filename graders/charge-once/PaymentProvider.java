package academy.coldstart.graders.chargeonce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import academy.coldstart.grader.Companion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment provider with a ledger that no function can write to. It charges for every
 * request, except for one whose idempotency key it knows.
 */
final class PaymentProvider implements Companion {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Random random;

	private final List<Charge> ledger = new ArrayList<>();

	private final Map<String, Booking> bookings = new HashMap<>();

	private final Map<String, Gate> gates = new ConcurrentHashMap<>();

	PaymentProvider(Random random) {
		this.random = random;
	}

	@Override
	public String name() {
		return "psp";
	}

	@Override
	public String variable() {
		return "PSP_URL";
	}

	/**
	 * Hold requests for some orders back until several have arrived, so that they are in
	 * flight together.
	 * @param orders the orders
	 * @param count how many requests to wait for
	 * @param patience how long a request waits at most
	 */
	void gather(List<PaidOrder> orders, int count, Duration patience) {
		Gate gate = new Gate(new CountDownLatch(count), patience);
		orders.forEach((order) -> this.gates.put(name(order.tenant(), order.id()), gate));
	}

	void stopGathering() {
		this.gates.clear();
	}

	/** Forget all idempotency keys, as a provider does after a while. */
	synchronized void forgetKeys() {
		this.bookings.clear();
	}

	synchronized List<Charge> chargesOf(PaidOrder order) {
		return this.ledger.stream()
			.filter((charge) -> charge.tenant().equals(order.tenant()) && charge.order().equals(order.id()))
			.toList();
	}

	@Override
	public Answer answer(Request request, Caller caller) {
		if (!request.method().equals("POST") || !request.path().equals("/charges")) {
			return Answer.json(404, Map.of("error", "This provider knows POST /charges only"));
		}
		JsonNode body = read(request.body());
		if (!isComplete(body)) {
			return Answer.json(400, Map.of("error",
					"The body is a JSON object with orderId, tenantId, amount (an integer, in cents) and currency"));
		}
		String order = name(body.path("tenantId").asString(), body.path("orderId").asString());
		Gate gate = this.gates.get(order);
		if (gate != null) {
			gate.pass();
		}
		return book(body, request.headers().getOrDefault("idempotency-key", ""));
	}

	private synchronized Answer book(JsonNode body, String key) {
		Booking known = key.isEmpty() ? null : this.bookings.get(key);
		if (known != null) {
			return known.body().equals(body) ? Answer.json(200, known.charge().receipt())
					: Answer.json(422, Map.of("error", "This key was used with another body"));
		}
		Charge charge = new Charge("ch-" + Integer.toHexString(0x10000000 | this.random.nextInt(0x10000000)),
				body.path("tenantId").asString(), body.path("orderId").asString(), body.path("amount").asInt(),
				System.nanoTime());
		this.ledger.add(charge);
		if (!key.isEmpty()) {
			this.bookings.put(key, new Booking(body, charge));
		}
		return Answer.json(201, charge.receipt());
	}

	private static JsonNode read(String body) {
		try {
			return MAPPER.readTree(body);
		}
		catch (JacksonException ex) {
			return MAPPER.createObjectNode();
		}
	}

	private static boolean isComplete(JsonNode body) {
		return body.path("orderId").isString() && body.path("tenantId").isString() && body.path("currency").isString()
				&& body.path("amount").isIntegralNumber();
	}

	private static String name(String tenant, String order) {
		return tenant + "#" + order;
	}

	/**
	 * An entry of the ledger.
	 *
	 * @param id the id of the charge
	 * @param tenant the tenant it was charged for
	 * @param order the order it was charged for
	 * @param amount the amount in cents
	 * @param atNanos when, by the clock that only tells differences
	 */
	record Charge(String id, String tenant, String order, int amount, long atNanos) {

		Map<String, Object> receipt() {
			return Map.of("chargeId", this.id, "orderId", this.order, "amount", this.amount);
		}

	}

	private record Booking(JsonNode body, Charge charge) {
	}

	private record Gate(CountDownLatch arrivals, Duration patience) {

		void pass() {
			this.arrivals.countDown();
			try {
				this.arrivals.await(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}

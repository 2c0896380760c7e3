package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.grader.Companion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment provider that hands out keys, accepts one of them, and charges for every
 * request that comes with it.
 */
final class PaymentProvider implements Companion {

	/** What every key begins with, and what gives nothing away. */
	static final String PREFIX = "psp_live_";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Pattern BEARER = Pattern.compile("\\s*bearer\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private static final int RANDOM_LETTERS = 40;

	private static final List<String> REFUSALS = List.of("This key is not valid", "Unauthorized",
			"The credentials were revoked", "No such key");

	private final Random random;

	private final String refusal;

	private final List<String> keys = new ArrayList<>();

	private final List<Charge> ledger = new ArrayList<>();

	private final List<Attempt> attempts = new ArrayList<>();

	private final Map<String, Integer> troubles = new HashMap<>();

	private String accepted;

	private boolean suspended;

	PaymentProvider(Random random) {
		this.random = random;
		this.refusal = REFUSALS.get(random.nextInt(REFUSALS.size()));
		this.accepted = makeKey();
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
	 * Return all keys that were ever made.
	 * @return the keys, the newest one last
	 */
	synchronized List<String> keys() {
		return List.copyOf(this.keys);
	}

	/**
	 * Make a new key, which is not accepted yet.
	 * @return the new key
	 */
	synchronized String makeKey() {
		this.keys.add(key());
		return this.keys.getLast();
	}

	/**
	 * Accept a key: all others are refused from now on.
	 * @param key a key that was made
	 */
	synchronized void accept(String key) {
		this.accepted = key;
	}

	/**
	 * Refuse every key, or go on as before.
	 * @param all whether every key is refused
	 */
	synchronized void suspend(boolean all) {
		this.suspended = all;
	}

	/**
	 * Answer requests for an order with another problem than the key.
	 * @param order the order
	 * @param status the HTTP status
	 */
	void trouble(PaidOrder order, int status) {
		trouble(order.id(), status);
	}

	/**
	 * Answer requests for an order with another problem than the key.
	 * @param order the id of the order
	 * @param status the HTTP status
	 */
	synchronized void trouble(String order, int status) {
		this.troubles.put(order, status);
	}

	synchronized List<Charge> chargesOf(PaidOrder order) {
		return this.ledger.stream().filter((charge) -> charge.order().equals(order.id())).toList();
	}

	synchronized List<Attempt> attemptsFor(PaidOrder order) {
		return this.attempts.stream().filter((attempt) -> attempt.order().equals(order.id())).toList();
	}

	@Override
	public Answer answer(Request request, Caller caller) {
		if (!request.method().equals("POST") || !request.path().equals("/charges")) {
			return Answer.json(404, Map.of("error", "This provider knows POST /charges only"));
		}
		return charge(read(request.body()), keyIn(request.headers().getOrDefault("authorization", "")));
	}

	private synchronized Answer charge(JsonNode body, String key) {
		Credential credential = credential(key);
		String order = body.path("orderId").asString("");
		this.attempts.add(new Attempt(order, credential));
		if (this.suspended || credential != Credential.CURRENT) {
			return Answer.json(401, Map.of("error", this.refusal));
		}
		if (!isComplete(body)) {
			return Answer.json(400, Map.of("error",
					"The body is a JSON object with orderId, tenantId, amount (an integer, in cents) and currency"));
		}
		Integer trouble = this.troubles.get(order);
		if (trouble != null) {
			return Answer.json(trouble, Map.of("error", (trouble == 402) ? "The card was declined" : "Try again later"));
		}
		Charge charge = new Charge("ch-" + Integer.toHexString(0x10000000 | this.random.nextInt(0x10000000)), order,
				body.path("amount").asInt());
		this.ledger.add(charge);
		return Answer.json(201, charge.receipt());
	}

	private Credential credential(String key) {
		if (key.equals(this.accepted)) {
			return Credential.CURRENT;
		}
		return this.keys.contains(key) ? Credential.OLD : Credential.UNKNOWN;
	}

	private String key() {
		StringBuilder key = new StringBuilder(PREFIX);
		this.random.ints(RANDOM_LETTERS, 0, LETTERS.length()).forEach((letter) -> key.append(LETTERS.charAt(letter)));
		return key.toString();
	}

	private static String keyIn(String header) {
		Matcher matcher = BEARER.matcher(header);
		return matcher.matches() ? matcher.group(1) : "";
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

	/** What a request came with. */
	enum Credential {

		/** The key that is accepted. */
		CURRENT,

		/** Another key that was made. */
		OLD,

		/** No key, or one that was never made. */
		UNKNOWN

	}

	/**
	 * A request, answered in whatever way.
	 *
	 * @param order the order, or an empty text
	 * @param credential what it came with
	 */
	record Attempt(String order, Credential credential) {
	}

	/**
	 * An entry of the ledger.
	 *
	 * @param id the id of the charge
	 * @param order the order it was charged for
	 * @param amount the amount in cents
	 */
	record Charge(String id, String order, int amount) {

		Map<String, Object> receipt() {
			return Map.of("chargeId", this.id, "orderId", this.order, "amount", this.amount);
		}

	}

}

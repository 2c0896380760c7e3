package academy.coldstart.graders.wherefailuresgo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import academy.coldstart.grader.Companion;
import academy.coldstart.grader.Order;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail service that does not know every customer, and is away for a moment when it is
 * told to.
 */
final class MailService implements Companion {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Random random;

	private final Map<String, String> refused = new HashMap<>();

	private final Set<String> away = new HashSet<>();

	private final Set<String> mailed = new HashSet<>();

	MailService(Random random) {
		this.random = random;
	}

	@Override
	public String name() {
		return "mail";
	}

	@Override
	public String variable() {
		return "MAIL_URL";
	}

	/**
	 * Never take the mail for an order.
	 * @param order the order
	 * @return a word of the answer that is made up now, so that only who was answered
	 * knows it
	 */
	String refuse(Order order) {
		return refuse(order.orderId());
	}

	/**
	 * Never take the mail for an order.
	 * @param order the id of the order
	 * @return a word of the answer that is made up now
	 */
	synchronized String refuse(String order) {
		String word = "mb-" + Integer.toHexString(0x100000 + this.random.nextInt(0xF00000));
		this.refused.put(order, word);
		return word;
	}

	/**
	 * Be away when the mail for an order is sent for the first time.
	 * @param order the order
	 */
	synchronized void beAwayOnce(Order order) {
		this.away.add(order.orderId());
	}

	synchronized boolean hasMailed(Order order) {
		return this.mailed.contains(order.orderId());
	}

	@Override
	public synchronized Answer answer(Request request, Caller caller) {
		if (!request.method().equals("POST") || !request.path().equals("/mails")) {
			return Answer.json(404, Map.of("error", "This service knows POST /mails only"));
		}
		String order = orderId(request.body());
		if (this.away.remove(order)) {
			return Answer.json(503, Map.of("error", "The service is away for a moment"));
		}
		String word = this.refused.get(order);
		if (word != null) {
			return Answer.json(422, Map.of("error", "The customer has no mailbox, case " + word));
		}
		this.mailed.add(order);
		return Answer.json(202, Map.of("mailId", "m-" + Integer.toHexString(0x1000000 | this.random.nextInt(0x1000000))));
	}

	private static String orderId(String body) {
		try {
			return MAPPER.readTree(body).path("orderId").asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}

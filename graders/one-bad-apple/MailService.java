package academy.coldstart.graders.onebadapple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import academy.coldstart.grader.Companion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail service that mails whatever it is asked to, as often as it is asked to, and
 * keeps a list of it that no function can change.
 */
final class MailService implements Companion {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofMillis(300);

	private final Random random;

	private final Map<String, OrderMessage> expected = new HashMap<>();

	private final Set<String> busy = new HashSet<>();

	private final List<String> mailed = new ArrayList<>();

	private final Map<String, Lane> lanes = new HashMap<>();

	private @Nullable String exception;

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
	 * Learn of an order before its customer may be mailed.
	 * @param message the order
	 */
	synchronized void expect(OrderMessage message) {
		this.expected.put(message.id(), message);
		if (message.kind() == OrderMessage.Kind.BUSY) {
			this.busy.add(message.id());
		}
	}

	/**
	 * Take the mails for orders that nobody announced, with one exception.
	 * @param order the id of the order whose customer has no address
	 */
	synchronized void takeAnyBut(String order) {
		this.exception = order;
	}

	/**
	 * Stop being busy with an order.
	 * @param message the order
	 */
	synchronized void settle(OrderMessage message) {
		this.busy.remove(message.id());
	}

	/**
	 * Hold the first mail for a group back, until another one for the same group is asked
	 * for or the patience is over.
	 * @param group the message group
	 */
	synchronized void watch(String group) {
		this.lanes.put(group, new Lane());
	}

	/**
	 * Return what was asked for while another mail for the same group was under way.
	 * @param group the message group that was watched
	 * @return the orders, the one under way first; none if they came one by one
	 */
	synchronized List<String> overlap(String group) {
		Lane lane = this.lanes.get(group);
		return (lane != null) ? List.copyOf(lane.together) : List.of();
	}

	/**
	 * Return how often the customer of an order was mailed.
	 * @param message the order
	 * @return the number of mails
	 */
	synchronized int mails(OrderMessage message) {
		return (int) this.mailed.stream().filter(message.id()::equals).count();
	}

	/**
	 * Return which of some orders were mailed, in the order of their first mails.
	 * @param messages the orders
	 * @return those that were mailed
	 */
	synchronized List<OrderMessage> inSequence(List<OrderMessage> messages) {
		return this.mailed.stream()
			.distinct()
			.flatMap((id) -> messages.stream().filter((message) -> message.id().equals(id)))
			.toList();
	}

	@Override
	public Answer answer(Request request, Caller caller) {
		if (!request.method().equals("POST") || !request.path().equals("/mails")) {
			return Answer.json(404, Map.of("error", "This service knows POST /mails only"));
		}
		JsonNode body = read(request.body());
		if (!isComplete(body)) {
			return Answer.json(400,
					Map.of("error", "The body is a JSON object with orderId, tenantId and customerId, all of them texts"));
		}
		String order = body.path("orderId").stringValue();
		enter(order);
		try {
			return mail(order, body);
		}
		finally {
			leave(order);
		}
	}

	private synchronized Answer mail(String order, JsonNode body) {
		OrderMessage message = this.expected.get(order);
		boolean known = (message != null) ? !message.isPoison() && isOf(message, body)
				: this.exception != null && !this.exception.equals(order);
		if (!known) {
			return Answer.json(422, Map.of("error", "There is no address for this customer and this order"));
		}
		if (this.busy.remove(order)) {
			return Answer.json(503, Map.of("error", "Too many mails are waiting, try again later"));
		}
		this.mailed.add(order);
		return Answer.json(202,
				Map.of("mailId", "m-" + Integer.toHexString(0x1000000 | this.random.nextInt(0x1000000))));
	}

	private synchronized void enter(String order) {
		Lane lane = lane(order);
		if (lane == null) {
			return;
		}
		lane.enter(order);
		notifyAll();
		long end = System.nanoTime() + PATIENCE.toNanos();
		try {
			while (lane.isHeld(order) && System.nanoTime() < end) {
				wait(20);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a mail was held back", ex);
		}
	}

	private synchronized void leave(String order) {
		Lane lane = lane(order);
		if (lane != null) {
			lane.underWay.remove(order);
		}
	}

	private @Nullable Lane lane(String order) {
		OrderMessage message = this.expected.get(order);
		return (message != null && message.group() != null) ? this.lanes.get(message.group()) : null;
	}

	private static boolean isOf(OrderMessage message, JsonNode body) {
		return message.order().tenantId().equals(body.path("tenantId").stringValue())
				&& message.order().customerId().equals(body.path("customerId").stringValue());
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
		return body.path("orderId").isString() && body.path("tenantId").isString() && body.path("customerId").isString();
	}

	/**
	 * What is asked for on behalf of one group.
	 */
	private static final class Lane {

		private final List<String> underWay = new ArrayList<>();

		private final Set<String> together = new LinkedHashSet<>();

		private @Nullable String first;

		void enter(String order) {
			if (!this.underWay.isEmpty()) {
				this.together.addAll(this.underWay);
				this.together.add(order);
			}
			this.underWay.add(order);
			if (this.first == null) {
				this.first = order;
			}
		}

		boolean isHeld(String order) {
			return order.equals(this.first) && this.together.isEmpty();
		}

	}

}

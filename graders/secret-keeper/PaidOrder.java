package academy.coldstart.graders.secretkeeper;

import java.util.Map;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Run;

/**
 * An order with its amount, as the checkout sends it.
 *
 * @param order the order
 * @param amount the amount in cents
 */
record PaidOrder(Order order, int amount) {

	static PaidOrder next(Run run) {
		Order order = run.orders().next();
		return new PaidOrder(order, 500 + Math.floorMod(order.correlationId().hashCode(), 9000));
	}

	String id() {
		return this.order.orderId();
	}

	/**
	 * Return the order as the checkout sends it.
	 * @return the event
	 */
	Map<String, Object> event() {
		Map<String, Object> event = withoutAmount();
		event.put("amount", this.amount);
		return event;
	}

	/**
	 * Return the order as nobody should send it.
	 * @return an event without an amount
	 */
	Map<String, Object> withoutAmount() {
		return this.order.fields();
	}

}

package academy.coldstart.graders.secretkeeper;

import java.util.LinkedHashMap;
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
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("schema", this.order.schema());
		event.put("orderId", id());
		event.put("tenantId", this.order.tenantId());
		event.put("customerId", this.order.customerId());
		event.put("currency", this.order.currency());
		event.put("lines", this.order.lines());
		event.put("correlationId", this.order.correlationId());
		return event;
	}

}

package academy.coldstart.graders.chargeonce;

import java.util.List;
import java.util.Map;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.SqsMessage;

/**
 * An order with its amount, as the queue and the checkout send it.
 *
 * @param order the order
 * @param amount the amount in cents
 */
record PaidOrder(Order order, int amount) {

	static PaidOrder next(Run run) {
		Order order = run.orders().next();
		return new PaidOrder(order, 500 + Math.floorMod(order.correlationId().hashCode(), 9000));
	}

	static List<PaidOrder> next(Run run, int count) {
		return run.orders()
			.next(count)
			.stream()
			.map((order) -> new PaidOrder(order, 500 + Math.floorMod(order.correlationId().hashCode(), 9000)))
			.toList();
	}

	String id() {
		return this.order.orderId();
	}

	String tenant() {
		return this.order.tenantId();
	}

	PaidOrder withAmount(int amount) {
		return new PaidOrder(this.order, amount);
	}

	PaidOrder withCurrency(String currency) {
		return new PaidOrder(this.order.withCurrency(currency), this.amount);
	}

	/**
	 * Return what is charged, for messages.
	 * @return such as {@code 1999 cents EUR}
	 */
	String price() {
		return this.amount + " cents " + this.order.currency();
	}

	PaidOrder ofTenant(String tenant) {
		return new PaidOrder(this.order.withTenantId(tenant), this.amount);
	}

	/**
	 * Return the order as the checkout sends it.
	 * @return the event
	 */
	Map<String, Object> event() {
		Map<String, Object> event = this.order.fields();
		event.put("amount", this.amount);
		return event;
	}

	/**
	 * Return the order as a message of the queue.
	 * @param run the run
	 * @return a message that was not received yet
	 */
	SqsMessage message(Run run) {
		return SqsMessage.in(run.queue("Orders"), event());
	}

}

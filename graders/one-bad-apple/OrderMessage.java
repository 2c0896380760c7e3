package academy.coldstart.graders.onebadapple;

import java.util.Map;
import java.util.Objects;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message with an order, or with what somebody took for one.
 *
 * @param order the order
 * @param kind what is wrong with it
 * @param group its message group, or null on a standard queue
 */
record OrderMessage(Order order, Kind kind, @Nullable String group) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	String id() {
		return this.order.orderId();
	}

	/**
	 * Return the message group of a message on a FIFO queue.
	 * @return the group
	 */
	String requiredGroup() {
		return Objects.requireNonNull(this.group, "The message is not on a FIFO queue");
	}

	boolean isGood() {
		return this.kind == Kind.GOOD;
	}

	/**
	 * Return whether no attempt at it can succeed.
	 * @return whether it is poison
	 */
	boolean isPoison() {
		return this.kind != Kind.GOOD && this.kind != Kind.BUSY;
	}

	/**
	 * Return how messages name it.
	 * @return such as {@code o-17 (no JSON)}
	 */
	String name() {
		return isGood() ? id() : id() + " (" + this.kind.flaw + ")";
	}

	String body() {
		return switch (this.kind) {
			case GOOD, BUSY, UNADDRESSED -> this.order.json();
			case UNREADABLE -> id() + ";" + this.order.tenantId() + ";" + this.order.customerId();
			case INCOMPLETE -> MAPPER.writeValueAsString(Map.of("schema", this.order.schema(), "orderId", id(),
					"tenantId", this.order.tenantId(), "lines", this.order.lines()));
			case NO_ORDER -> MAPPER.writeValueAsString(new String[] { id(), this.order.customerId() });
		};
	}

	Queue.Outgoing outgoing() {
		return new Queue.Outgoing(body(), this.group);
	}

	/**
	 * What is wrong with a message.
	 */
	enum Kind {

		/** Nothing. */
		GOOD("good"),

		/** Its body is no JSON. */
		UNREADABLE("its body is no JSON"),

		/** Its body is JSON, but no object. */
		NO_ORDER("its body is no order"),

		/** It names no customer. */
		INCOMPLETE("customerId is missing"),

		/** The mail service has no address of the customer. */
		UNADDRESSED("the mail service refuses it"),

		/** The mail service is busy when it is asked for the first time. */
		BUSY("the mail service is busy at first");

		private final String flaw;

		Kind(String flaw) {
			this.flaw = flaw;
		}

	}

}

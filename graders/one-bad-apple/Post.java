package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Orders;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages, and tells the mail service what to make of their orders.
 *
 * @param orders where orders come from
 * @param service the mail service
 * @param random decides what is wrong with poison
 */
record Post(Orders orders, MailService service, Random random) {

	private static final List<OrderMessage.Kind> POISON = List.of(OrderMessage.Kind.UNREADABLE,
			OrderMessage.Kind.NO_ORDER, OrderMessage.Kind.INCOMPLETE, OrderMessage.Kind.UNADDRESSED);

	OrderMessage good() {
		return write(OrderMessage.Kind.GOOD, null);
	}

	List<OrderMessage> good(int count) {
		List<OrderMessage> messages = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			messages.add(good());
		}
		return messages;
	}

	OrderMessage poison() {
		return poison(null);
	}

	OrderMessage poison(@Nullable String group) {
		return write(POISON.get(this.random.nextInt(POISON.size())), group);
	}

	OrderMessage write(OrderMessage.Kind kind, @Nullable String group) {
		Order order = this.orders.next();
		OrderMessage message = new OrderMessage((group != null) ? of(order, group) : order, kind, group);
		this.service.expect(message);
		return message;
	}

	/**
	 * Think of names for message groups.
	 * @param count how many
	 * @return different names of customers
	 */
	List<String> groups(int count) {
		return this.random.ints(1000, 10_000).distinct().limit(count).mapToObj((n) -> "c-" + n).toList();
	}

	private static Order of(Order order, String customer) {
		return new Order(order.schema(), order.orderId(), order.tenantId(), customer, order.currency(), order.lines(),
				order.correlationId());
	}

}

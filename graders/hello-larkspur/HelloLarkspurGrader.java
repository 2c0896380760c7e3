package academy.coldstart.graders.hellolarkspur;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Logs;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * Sends orders to the first handler of the course and reads its answers and its log.
 */
class HelloLarkspurGrader {

	private static final int ORDERS = 4;

	@Check("C1")
	void everyOrderIsConfirmed(Run run) {
		for (Order order : orders(run)) {
			Result result = send(run, order).requireSuccess();
			if (!result.json().isObject()) {
				throw LearnerFailure
					.because("The handler answered order %s with %s instead of a JSON object.", order.orderId(),
							result.shown())
					.expected("an object with orderId and message")
					.observed("%s", result.shown())
					.evidence(result);
			}
			result.requireField("orderId", order.orderId())
				.requireField("message", "Order %s received: %d items".formatted(order.orderId(), order.items()));
		}
	}

	@Check("C2")
	void everyInvocationLogsItsOrder(Run run) {
		for (Order order : run.orders().next(2)) {
			Result result = send(run, order);
			run.await("a log line with the order id " + order.orderId(), Duration.ofSeconds(2))
				.until(() -> written(run, result), (logs) -> namesOrder(logs, order), (logs) -> silent(order, logs));
		}
	}

	// What tells right from wrong is in each run, whatever its seed: an order in which
	// pieces and lines differ, and one of a single piece, which has "items" too.
	private static List<Order> orders(Run run) {
		List<Order> orders = new ArrayList<>(run.orders().next(ORDERS));
		orders.add(run.orders().next().withLines(List.of(new Order.Line("FERN-2L", 2), new Order.Line("SPADE-XL", 3))));
		orders.add(run.orders().next().withLines(List.of(new Order.Line("GNOME-RED", 1))));
		return orders;
	}

	private static Result send(Run run, Order order) {
		return run.function().invoke(order, "sent order " + order.orderId());
	}

	private static Logs written(Run run, Result result) {
		return run.trace().logs().invocation(result.requestId()).written();
	}

	private static boolean namesOrder(Logs logs, Order order) {
		return !logs.containing(order.orderId()).containing(order.correlationId()).isEmpty();
	}

	private static LearnerFailure silent(Order order, Logs logs) {
		return LearnerFailure
			.because("No log line of the invocation for order %s names both the order and its correlation id.",
					order.orderId())
			.expected("a line with %s and %s", order.orderId(), order.correlationId())
			.observed("%s", logs.isEmpty() ? "no line at all"
					: "%d lines, the first is: %s".formatted(logs.count(), logs.list().getFirst().text()))
			.evidence(logs);
	}

}

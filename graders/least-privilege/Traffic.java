package academy.coldstart.graders.leastprivilege;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.CheckBlocked;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of the orders that went all ways through the functions.
 *
 * @param failure what did not work, or null
 */
record Traffic(@Nullable LearnerFailure failure) {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * Send orders through.
	 * @param shop the functions
	 * @return what became of them
	 */
	static Traffic through(Shop shop) {
		try {
			new Scenes(shop, shop.run()).play();
			return new Traffic(null);
		}
		catch (LearnerFailure ex) {
			return new Traffic(ex);
		}
	}

	void requireSuccess() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

	/**
	 * Demand that all calls were made: what is not used can be told only then.
	 */
	void requireForGrants() {
		if (this.failure != null) {
			throw new CheckBlocked("C1", "Which grants are used can be told when everything works.");
		}
	}

	/**
	 * One way after the other, so that what is denied can be told apart.
	 */
	private record Scenes(Shop shop, Run run) {

		void play() {
			Order order = this.run.orders().next();
			takeIn(order, "when an order came in");
			awaited(Shop.NOTIFY, "when it confirmed an order", "the confirmation of order " + order.orderId(),
					() -> isConfirmed(order));
			writeInvoice(order);
			Order large = this.run.orders().next().withLines(List.of(new Order.Line("SOIL-40L", 120)));
			takeIn(large, "when a large order came in");
			awaited(Shop.NOTIFY, "when it confirmed a large order", "the confirmation of order " + large.orderId(),
					() -> isConfirmed(large));
			withoutCustomer();
			withoutOrder();
			Shop.FUNCTIONS.forEach((function) -> new LogAccess(this.shop, function).require());
		}

		private void takeIn(Order order, String path) {
			invoke(Shop.INTAKE, order, "sent order " + order.orderId(), path);
		}

		private void writeInvoice(Order order) {
			invoke(Shop.INVOICE, Map.of("orderId", order.orderId()), "asked for the invoice of " + order.orderId(),
					"when it wrote an invoice");
			String key = "invoices/%s/%s.json".formatted(order.tenantId(), order.orderId());
			if (!this.run.bucket("Documents").keys().contains(key)) {
				throw LearnerFailure
					.because("The invoice of order %s is not in the bucket Documents.", order.orderId())
					.expected("an object %s", key)
					.observed("%s", this.run.bucket("Documents").keys());
			}
		}

		// A customer that is unknown is rare, and the service desk waits for such orders.
		private void withoutCustomer() {
			Order made = this.run.orders().next();
			Order order = new Order(made.schema(), made.orderId(), made.tenantId(), "", made.currency(), made.lines(),
					made.correlationId());
			takeIn(order, "when an order without a customer came in");
			Queue undeliverable = this.shop.queue("Undeliverable");
			awaited(Shop.NOTIFY, "when an order had no customer",
					"order " + order.orderId() + ", which has no customer, in Undeliverable",
					() -> holds(undeliverable, order.orderId()));
		}

		private void withoutOrder() {
			String unknown = this.run.orders().next().orderId();
			Queue failures = this.shop.queue("InvoiceFailures");
			double mark = this.run.mark();
			this.shop.function(Shop.INVOICE)
				.invokeAsync(Map.of("orderId", unknown), "asked for the invoice of " + unknown + ", which does not exist");
			awaited(Shop.INVOICE, "when Lambda recorded a failed event",
					"the record of the failed invoice of " + unknown + " in InvoiceFailures", mark,
					() -> holds(failures, unknown));
		}

		private boolean holds(Queue queue, String orderId) {
			return queue.bodies().stream().anyMatch((body) -> body.contains(orderId));
		}

		private boolean isConfirmed(Order order) {
			return this.run.table("Orders")
				.item(Map.of("orderId", AttributeValue.fromS(order.orderId())))
				.filter((item) -> item.containsKey("confirmed"))
				.isPresent();
		}

		private void invoke(String function, Object event, String text, String path) {
			Denial denial = Denial.of(this.shop, function);
			double mark = this.run.mark();
			Result result = this.shop.function(function).invoke(event, text);
			if (!result.succeeded()) {
				Calls denied = denial.since(mark);
				if (!denied.isEmpty()) {
					throw denial.failure(denied, path);
				}
				result.requireSuccess();
			}
		}

		private void awaited(String function, String path, String what, BooleanSupplier done) {
			awaited(function, path, what, 0, done);
		}

		private void awaited(String function, String path, String what, double mark, BooleanSupplier done) {
			Denial denial = Denial.of(this.shop, function);
			this.run.await(what, PATIENCE).until(() -> done.getAsBoolean() || !denial.since(mark).isEmpty());
			if (!done.getAsBoolean()) {
				throw denial.failure(denial.since(mark), path);
			}
		}

	}

}

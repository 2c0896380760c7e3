package academy.coldstart.graders.wherefailuresgo;

import java.util.List;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Order;
import academy.coldstart.trace.Invocation;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/**
 * What is left when nothing happens any more.
 *
 * @param live the function
 * @param mark the moment before the orders were handed over
 * @param hopeless the order that failed for good
 * @param unlucky the order that failed once
 * @param mailed whether the customer of the unlucky order was mailed in the end
 * @param finds what lies in queues about the hopeless order
 */
record Aftermath(LiveAlias live, double mark, Sent hopeless, Sent unlucky, boolean mailed, List<Find> finds) {

	private static final int DEFAULT_RETRIES = 2;

	Aftermath {
		finds = List.copyOf(finds);
	}

	List<Find> records() {
		return this.finds.stream().filter(Find::isFailure).toList();
	}

	List<Invocation> attempts(Sent sent) {
		return this.live.run().trace().timeline().attempts(sent.requestId());
	}

	/**
	 * Return how often the hopeless order has to be tried.
	 * @return the first attempt and the retries that are configured
	 */
	int expectedAttempts() {
		return 1 + this.live.settings().map(FunctionEventInvokeConfig::maximumRetryAttempts).orElse(DEFAULT_RETRIES);
	}

	/**
	 * Tell whether the last attempt for the hopeless order has ended.
	 * @return whether Lambda gives it up
	 */
	boolean isGivenUp() {
		return attempts(this.hopeless).stream().filter((attempt) -> attempt.endMs() != null).count() >= expectedAttempts();
	}

	/**
	 * Return the calls on behalf of the orders that were turned away for lack of
	 * permission. What an alarm sends is none of them. The engine does not tell what it
	 * invokes a function with.
	 * @return denied calls of functions, and of the engine on behalf of resources
	 */
	Calls denied() {
		return this.live.run()
			.trace()
			.calls()
			.since(this.mark)
			.denied()
			.matching((call) -> call.service().equals("lambda") || names(String.valueOf(call.request().text())));
	}

	private boolean names(String text) {
		return text.contains(this.hopeless.orderId()) || text.contains(this.unlucky.orderId());
	}

	/**
	 * An order that checkout handed over.
	 *
	 * @param order the order
	 * @param requestId the id that all its attempts have
	 * @param secret what only the answer of the mail service tells, or ""
	 */
	record Sent(Order order, String requestId, String secret) {

		String orderId() {
			return this.order.orderId();
		}

	}

}

package academy.coldstart.graders.wherefailuresgo;

import java.util.List;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Order;
import academy.coldstart.trace.Invocation;

/**
 * What is left when nothing happens any more.
 *
 * @param live the function
 * @param hopeless the order that failed for good
 * @param unlucky the order that failed once
 * @param mailed whether the customer of the unlucky order was mailed in the end
 * @param finds what lies in queues about the hopeless order
 * @param denied the calls about the hopeless order that were turned away for lack of
 * permission
 */
record Aftermath(LiveAlias live, Sent hopeless, Sent unlucky, boolean mailed, List<Find> finds, Calls denied) {

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
	 * Follow what Lambda sends when it gives the hopeless order up.
	 * @return what the destination of failures reaches
	 */
	Way recordsWay() {
		return new Routes(this.live.run()).from(this.live.destination(), Parcel.record(this));
	}

	/**
	 * Follow what Lambda sends to the dead-letter queue.
	 * @return what dead letters reach
	 */
	Way deadLettersWay() {
		return new Routes(this.live.run()).from(this.live.deadLetters(), Parcel.deadLetter(this));
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

package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;

import academy.coldstart.grader.Order;
import academy.coldstart.grader.Run;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;

/**
 * Two orders, handed over as checkout does it.
 *
 * @param live the function
 * @param mails the mail service
 */
record Scene(LiveAlias live, MailService mails) {

	/** Counts from the last change, of whatever kind: a slow machine is no failure. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration LONGEST = Duration.ofSeconds(150);

	/**
	 * Hand both orders over, and wait until it is clear what becomes of them.
	 * @return what is left
	 * @throws IllegalStateException when that does not get clear
	 */
	Aftermath play() {
		Run run = this.live.run();
		Shelves shelves = Shelves.of(run);
		Order hopeless = run.orders().next();
		String secret = this.mails.refuse(hopeless);
		Order unlucky = run.orders().next();
		this.mails.beAwayOnce(unlucky);
		double mark = run.mark();
		Vigil vigil = new Vigil(this.live, this.mails, shelves, mark,
				new Sent(hopeless, handOver(hopeless, "whose customer has no mailbox"), secret),
				new Sent(unlucky, handOver(unlucky, "when the mail service was away for a moment"), ""));
		Aftermath last = run.await("both orders to be mailed or given up", PATIENCE)
			.whileChanging(vigil::pulse, LONGEST)
			.last(vigil::look, vigil::isOver);
		return vigil.conclude(last);
	}

	private String handOver(Order order, String what) {
		return this.live.function()
			.invokeAsync(order, "handed over order " + order.orderId() + ", " + what);
	}

}

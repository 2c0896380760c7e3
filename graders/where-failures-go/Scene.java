package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;
import java.util.List;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.TraceView;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.Invocation;

/**
 * Two orders, handed over as checkout does it.
 *
 * @param live the function
 * @param mails the mail service
 */
record Scene(LiveAlias live, MailService mails) {

	/** Counts from the last change, of whatever kind. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Without a destination there is no record to wait for, only attempts. */
	private static final Duration PATIENCE_FOR_ATTEMPTS = Duration.ofSeconds(15);

	/**
	 * Hand both orders over, and wait until they are mailed or kept.
	 * @return what is left
	 */
	Aftermath play() {
		Run run = this.live.run();
		Shelves shelves = Shelves.of(run);
		Order hopeless = run.orders().next();
		String secret = this.mails.refuse(hopeless);
		Order unlucky = run.orders().next();
		this.mails.beAwayOnce(unlucky);
		double mark = run.mark();
		Sent first = new Sent(hopeless, handOver(hopeless, "whose customer has no mailbox"), secret);
		Sent second = new Sent(unlucky, handOver(unlucky, "when the mail service was away for a moment"), "");
		try {
			return run.await("both orders to be mailed or recorded", patience())
				.whileChanging(() -> pulse(run.trace()))
				.until(() -> look(shelves, mark, first, second), (seen) -> isOver(seen, shelves), Scene::unfinished);
		}
		catch (LearnerFailure ex) {
			shelves.look();
			return look(shelves, mark, first, second);
		}
	}

	private Duration patience() {
		return this.live.destination().isEmpty() ? PATIENCE_FOR_ATTEMPTS : PATIENCE;
	}

	private String handOver(Order order, String what) {
		return this.live.function()
			.invokeAsync(order, "handed over order " + order.orderId() + ", " + what);
	}

	private Aftermath look(Shelves shelves, double mark, Sent hopeless, Sent unlucky) {
		boolean mailed = this.mails.hasMailed(unlucky.order());
		return new Aftermath(this.live, mark, hopeless, unlucky, mailed, shelves.about(hopeless.orderId()));
	}

	// An order that is not mailed has ended when a record of it is kept.
	private boolean isOver(Aftermath seen, Shelves shelves) {
		if (seen.records().isEmpty()) {
			return seen.mailed() && seen.isGivenUp() && !mayLeaveMore(seen);
		}
		return seen.mailed() || shelves.about(seen.unlucky().orderId()).stream().anyMatch(Find::isFailure);
	}

	// Without a destination there is one dead letter at most.
	private boolean mayLeaveMore(Aftermath seen) {
		if (!this.live.destination().isEmpty()) {
			return true;
		}
		String deadLetters = seen.finds().isEmpty() ? this.live.deadLetters() : "";
		boolean unheard = deadLetters.contains(":sns:") && new Routes(this.live.run()).next(deadLetters).isEmpty();
		return !deadLetters.isEmpty() && !unheard;
	}

	private static List<Object> pulse(TraceView trace) {
		List<Invocation> invocations = trace.timeline().invocations();
		return List.of(trace.timeline().environments().size(), invocations.size(),
				invocations.stream().filter((invocation) -> invocation.endMs() != null).count(),
				trace.calls().count());
	}

	private static LearnerFailure unfinished(Aftermath seen) {
		return LearnerFailure.because("Order %s was not recorded.", seen.hopeless().orderId());
	}

}

package academy.coldstart.graders.chargeonce;

import java.time.Duration;
import java.util.List;

import academy.coldstart.grader.Fault;
import academy.coldstart.grader.FaultTarget;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.SqsEvent;
import academy.coldstart.grader.SqsMessage;

/**
 * A delivery that is interrupted by a crash, and the same message delivered again until
 * one delivery succeeds, as a queue would.
 */
final class CrashScene {

	private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

	private static final Duration PATIENCE = Duration.ofSeconds(6);

	private final Run run;

	private final Ledger ledger;

	private final Moment crash;

	private final int claimSeconds;

	private final PaidOrder order;

	private final SqsMessage message;

	private long nextDelivery;

	CrashScene(Ledger ledger, Moment crash, int claimSeconds) {
		this.run = ledger.run();
		this.ledger = ledger;
		this.crash = crash;
		this.claimSeconds = claimSeconds;
		this.order = PaidOrder.next(this.run);
		this.message = this.order.message(this.run);
	}

	Result play() {
		return crash().during(this::deliverUntilItSucceeds);
	}

	private Result deliverUntilItSucceeds() {
		Result crashed = deliver();
		Attempt attempt = this.run
			.await("a delivery of order " + this.order.id() + " that succeeds",
					PATIENCE.plusSeconds(this.claimSeconds))
			.until(new Attempts(crashed)::next, (last) -> last.result().succeeded(), (last) -> unfinished(last.result()));
		judge(attempt.result());
		return attempt.result();
	}

	private Fault crash() {
		FaultTarget charge = this.run.faults()
			.on(this.ledger.provider(), "POST")
			.mentioning("\"" + this.order.id() + "\"")
			.times(1);
		return switch (this.crash) {
			case BEFORE_BOOKING -> charge.killBefore();
			case AFTER_BOOKING -> charge.killAfter();
		};
	}

	private Result deliver() {
		this.nextDelivery = System.nanoTime() + PAUSE_NANOS;
		return this.run.function()
			.invoke(SqsEvent.receive(this.message),
					"delivered order " + this.order.id() + ", attempt " + this.message.receives());
	}

	private void judge(Result last) {
		List<PaymentProvider.Charge> charges = this.ledger.provider().chargesOf(this.order);
		if (charges.isEmpty()) {
			throw neverCharged(last,
					"delivery " + this.message.receives() + " reported success, so the queue will not send it again");
		}
		if (charges.size() > 1) {
			throw this.ledger.chargedTwice(this.order,
					(this.crash == Moment.AFTER_BOOKING)
							? " The first charge was booked right before the crash: only the same Idempotency-Key tells the provider so."
							: "");
		}
	}

	private LearnerFailure unfinished(Result last) {
		String detail = this.message.receives() + " deliveries did not succeed, the last ended with " + Ledger.error(last)
				+ "; a claim is dead after " + this.claimSeconds + " s (CLAIM_SECONDS)";
		if (this.ledger.provider().chargesOf(this.order).isEmpty()) {
			return neverCharged(last, detail);
		}
		return LearnerFailure
			.because("Order %s was charged before the crash, but never finished: %s.", this.order.id(), detail)
			.expected("a delivery that succeeds")
			.observed("%d deliveries that failed", this.message.receives())
			.evidence(last)
			.at(last.place());
	}

	private LearnerFailure neverCharged(Result last, String detail) {
		return LearnerFailure.because("After the crash order %s was never charged: %s.", this.order.id(), detail)
			.expected("1 charge after the crash")
			.observed("no charge after %d deliveries", this.message.receives())
			.evidence(last)
			.at(last.place());
	}

	/**
	 * When the environment that asks for the charge is killed.
	 */
	enum Moment {

		/** Nothing is booked yet. */
		BEFORE_BOOKING,

		/** The charge is booked, but its answer never arrives. */
		AFTER_BOOKING

	}

	/**
	 * A delivery and what came of it.
	 *
	 * @param result the result
	 */
	private record Attempt(Result result) {
	}

	/**
	 * Delivers again after a pause.
	 */
	private final class Attempts {

		private Attempt last;

		Attempts(Result first) {
			this.last = new Attempt(first);
		}

		Attempt next() {
			if (!this.last.result().succeeded() && System.nanoTime() >= CrashScene.this.nextDelivery) {
				this.last = new Attempt(deliver());
			}
			return this.last;
		}

	}

}

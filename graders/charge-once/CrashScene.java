package academy.coldstart.graders.chargeonce;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * A delivery that is interrupted by a crash, and the same message delivered again until
 * one delivery succeeds, as a queue would.
 */
final class CrashScene {

	private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

	private static final Duration PATIENCE = Duration.ofSeconds(6);

	private final Run run;

	private final Ledger ledger;

	private final PaymentProvider.Crash crash;

	private final int claimSeconds;

	private final PaidOrder order;

	private final String messageId = UUID.randomUUID().toString();

	private int deliveries;

	private long nextDelivery;

	CrashScene(Ledger ledger, PaymentProvider.Crash crash, int claimSeconds) {
		this.run = ledger.run();
		this.ledger = ledger;
		this.crash = crash;
		this.claimSeconds = claimSeconds;
		this.order = PaidOrder.next(this.run);
	}

	Result play() {
		this.ledger.provider().crash(this.order, this.crash);
		Result crashed = deliver();
		Attempt attempt = this.run
			.await("a delivery of order " + this.order.id() + " that succeeds",
					PATIENCE.plusSeconds(this.claimSeconds))
			.until(new Attempts(crashed)::next, (last) -> last.result().succeeded(), (last) -> unfinished(last.result()));
		judge(attempt.result());
		return attempt.result();
	}

	private Result deliver() {
		this.deliveries++;
		this.nextDelivery = System.nanoTime() + PAUSE_NANOS;
		return this.run.function()
			.invoke(this.order.message(this.messageId, this.deliveries),
					"delivered order " + this.order.id() + ", attempt " + this.deliveries);
	}

	private void judge(Result last) {
		List<PaymentProvider.Charge> charges = this.ledger.provider().chargesOf(this.order);
		if (charges.isEmpty()) {
			throw neverCharged(last,
					"delivery " + this.deliveries + " reported success, so the queue will not send it again");
		}
		if (charges.size() > 1) {
			throw this.ledger.chargedTwice(this.order,
					(this.crash == PaymentProvider.Crash.AFTER_BOOKING)
							? " The first charge was booked right before the crash: only the same Idempotency-Key tells the provider so."
							: "");
		}
	}

	private LearnerFailure unfinished(Result last) {
		String detail = this.deliveries + " deliveries did not succeed, the last ended with " + Ledger.error(last)
				+ "; a claim is dead after " + this.claimSeconds + " s (CLAIM_SECONDS)";
		if (this.ledger.provider().chargesOf(this.order).isEmpty()) {
			return neverCharged(last, detail);
		}
		return LearnerFailure
			.because("Order %s was charged before the crash, but never finished: %s.", this.order.id(), detail)
			.expected("a delivery that succeeds")
			.observed("%d deliveries that failed", this.deliveries)
			.evidence(last)
			.at(last.place());
	}

	private LearnerFailure neverCharged(Result last, String detail) {
		return LearnerFailure.because("After the crash order %s was never charged: %s.", this.order.id(), detail)
			.expected("1 charge after the crash")
			.observed("no charge after %d deliveries", this.deliveries)
			.evidence(last)
			.at(last.place());
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

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
 * one delivery succeeds, as a queue would. It proves something only when one of these
 * deliveries met the claim of the interrupted one while it was alive.
 */
final class CrashScene {

	private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** How long after its end a claim is surely dead, whatever clock was used. */
	private static final Duration MARGIN = Duration.ofSeconds(1);

	/** So many deliveries may fail that begin when no claim is alive any more. */
	private static final int ENOUGH = 3;

	/** So many scenes are played until a delivery meets a claim that is alive. */
	private static final int MOST_SCENES = 4;

	private final Run run;

	private final Ledger ledger;

	private final Moment crash;

	private final int claimSeconds;

	private final PaidOrder order;

	private final SqsMessage message;

	private long nextDelivery;

	private boolean metTheClaim;

	private CrashScene(Ledger ledger, Moment crash, int claimSeconds) {
		this.run = ledger.run();
		this.ledger = ledger;
		this.crash = crash;
		this.claimSeconds = claimSeconds;
		this.order = PaidOrder.next(this.run);
		this.message = this.order.message(this.run);
	}

	/**
	 * Play scenes with one order after the other, until one has proved something.
	 * @param ledger what was charged
	 * @param crash when the first delivery crashes
	 * @param claimSeconds how long a claim is alive
	 * @return the delivery that succeeded
	 */
	static Result play(Ledger ledger, Moment crash, int claimSeconds) {
		for (int scene = 0; scene < MOST_SCENES; scene++) {
			CrashScene played = new CrashScene(ledger, crash, claimSeconds);
			Result last = played.play();
			if (played.metTheClaim) {
				return last;
			}
		}
		throw new IllegalStateException("No delivery after a crash was over or was shown the claim within the "
				+ claimSeconds + " s of a claim, so nobody knows what one does that finds it.");
	}

	private Result play() {
		return crash().during(this::deliverUntilItSucceeds);
	}

	private Result deliverUntilItSucceeds() {
		Attempts attempts = new Attempts(deliver());
		Result last = this.run.await("a delivery of order " + this.order.id() + " that succeeds", PATIENCE)
			.until(attempts::next, (result) -> result.succeeded() || attempts.areEnough(), this::unfinished);
		if (!last.succeeded()) {
			throw unfinished(last);
		}
		judge(last);
		return last;
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
	 * Delivers again after a pause. What counts is how often that failed after the claim
	 * had ended, not how long it took: starts are slow on a machine with much to do.
	 */
	private final class Attempts {

		private final Claim claim;

		private final long dead;

		private Result last;

		private int late;

		Attempts(Result crashed) {
			this.last = crashed;
			this.claim = Claim.of(crashed, CrashScene.this.run.table("Ledger").name(), CrashScene.this.claimSeconds);
			this.dead = System.nanoTime() + MARGIN.plusSeconds(CrashScene.this.claimSeconds).toNanos();
		}

		Result next() {
			long begin = System.nanoTime();
			if (!this.last.succeeded() && begin >= CrashScene.this.nextDelivery) {
				this.last = deliver();
				CrashScene.this.metTheClaim |= this.claim.isMetBy(this.last);
				this.late += (begin >= this.dead) ? 1 : 0;
			}
			return this.last;
		}

		boolean areEnough() {
			return this.late >= ENOUGH;
		}

	}

}

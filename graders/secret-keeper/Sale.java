package academy.coldstart.graders.secretkeeper;

import java.util.List;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;

/**
 * An order that was sent to the function.
 *
 * @param till where it was sold
 * @param order the order
 * @param result what the function answered
 * @param charged whether it was charged when the function had answered
 */
record Sale(Till till, PaidOrder order, Result result, boolean charged) {

	/**
	 * Demand that it was charged once, and answered with the charge.
	 * @throws LearnerFailure when it was not
	 */
	void requireCharged() {
		if (!this.charged) {
			requireKey();
			this.result.requireSuccess();
			throw lie();
		}
		requireNotTwice();
		PaymentProvider.Charge charge = charges().getFirst();
		if (charge.amount() != this.order.amount()) {
			throw LearnerFailure
				.because("Order %s was charged with %d cents; expected %d.", this.order.id(), charge.amount(),
						this.order.amount())
				.expected("a charge of %d cents", this.order.amount())
				.observed("a charge of %d cents", charge.amount())
				.evidence(this.result);
		}
		this.result.requireField("orderId", this.order.id())
			.requireField("status", "CHARGED")
			.requireField("chargeId", charge.id())
			.requireField("amount", this.order.amount());
	}

	/**
	 * Demand that an order that was not charged ended with an error, and that none was
	 * charged twice.
	 * @throws LearnerFailure when it was not so
	 */
	void requireHonest() {
		if (!this.charged && this.result.succeeded()) {
			throw lie();
		}
		requireNotTwice();
	}

	/**
	 * Return the calls that brought a value out of Secrets Manager while it was worked
	 * on.
	 * @return the reads
	 */
	Calls reads() {
		return SecretCalls.values(this.result.calls());
	}

	/**
	 * Return the requests to the payment provider for it.
	 * @return what each of them came with
	 */
	List<PaymentProvider.Attempt> attempts() {
		return this.till.provider().attemptsFor(this.order);
	}

	/**
	 * Say how it ended, in the middle of a sentence.
	 * @return the error, or the answer
	 */
	String ending() {
		return this.result.succeeded() ? "the answer " + this.result.shown()
				: this.result.errorType() + ": " + this.result.errorMessage();
	}

	private void requireKey() {
		boolean current = attempts().stream()
			.anyMatch((attempt) -> attempt.credential() == PaymentProvider.Credential.CURRENT);
		if (!attempts().isEmpty() && !current) {
			boolean old = attempts().getLast().credential() == PaymentProvider.Credential.OLD;
			throw LearnerFailure
				.because("Order %s was not charged: the payment provider refused %s that the function sent.",
						this.order.id(), old ? "the old key" : "what was no key of it")
				.expected("the key that is in the secret")
				.observed("%s", old ? "a key that was replaced before" : "no key, or one that was never in the secret")
				.evidence(this.result)
				.at(this.result.place());
		}
	}

	private List<PaymentProvider.Charge> charges() {
		return this.till.provider().chargesOf(this.order);
	}

	private void requireNotTwice() {
		if (charges().size() > 1) {
			throw LearnerFailure
				.because("Order %s was charged %d times; expected once. Only a request that was refused may be sent "
						+ "again.", this.order.id(), charges().size())
				.expected("1 charge")
				.observed("%d charges", charges().size())
				.evidence(this.result);
		}
	}

	private LearnerFailure lie() {
		return LearnerFailure
			.because("Order %s was answered with %s, but the payment provider charged nothing.", this.order.id(),
					this.result.shown())
			.expected("an error when nothing is charged, so that the checkout sends the order again")
			.observed("%s", this.result.shown())
			.evidence(this.result);
	}

}

package academy.coldstart.graders.initonce;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * The rates cannot be read when a new environment needs them for the first time.
 *
 * @param run the run
 * @param shop the shop
 */
record Outage(Run run, Shop shop) {

	void play() {
		this.run.function().renewEnvironments();
		Order during = this.shop.order();
		this.run.aws().ssm().deleteParameter((d) -> d.name(VatRates.PARAMETER));
		Result failed = this.shop.trySend(during, "sent order " + during.orderId() + " while the rates cannot be read");
		this.run.aws()
			.ssm()
			.putParameter((p) -> p.name(VatRates.PARAMETER).type("String").value(this.shop.rates().toString()));
		requireError(during, failed);
		Order after = this.shop.order();
		Result result = this.shop.trySend(after, "sent order " + after.orderId() + " when they could be read again");
		if (!result.succeeded()) {
			throw LearnerFailure
				.because("One failed read at start broke every later order in that environment: order %s ended with "
						+ "%s: %s.", after.orderId(), result.errorType(), result.errorMessage())
				.expected("%s", this.shop.quote(after))
				.observed("%s", result.shown())
				.evidence(failed)
				.evidence(result)
				.at(result.place());
		}
		WrongAnswer.refuse(this.shop, after, result);
	}

	private void requireError(Order order, Result result) {
		if (result.succeeded()) {
			throw LearnerFailure
				.because("Order %s was answered with %s, although the rates could not be read.", order.orderId(),
						result.shown())
				.expected("an error")
				.observed("%s", result.shown())
				.evidence(result);
		}
		if (result.errorType().equals("Sandbox.Timedout")) {
			throw LearnerFailure
				.because("Order %s ran into its timeout while the rates could not be read: %s.", order.orderId(),
						result.errorMessage())
				.expected("an error as soon as the SDK has given up")
				.observed("%s", result.shown())
				.evidence(result);
		}
	}

}

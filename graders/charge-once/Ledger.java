package academy.coldstart.graders.chargeonce;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * Reads the ledger of the payment provider and says what is wrong with it.
 *
 * @param run the run
 * @param provider the provider
 */
record Ledger(Run run, PaymentProvider provider) {

	/**
	 * Demand that an order was charged once, with its amount.
	 * @param order the order
	 * @param last the last delivery, to tell why nothing was charged
	 * @return the charge
	 * @throws LearnerFailure when it was not
	 */
	PaymentProvider.Charge requireOneCharge(PaidOrder order, Result last) {
		List<PaymentProvider.Charge> charges = this.provider.chargesOf(order);
		if (charges.isEmpty()) {
			throw LearnerFailure.because("Order %s was never charged: %s.", order.id(), ending(last))
				.expected("1 charge of %d cents", order.amount())
				.observed("no charge")
				.evidence(last)
				.at(last.place());
		}
		if (charges.size() > 1) {
			throw chargedTwice(order, "");
		}
		PaymentProvider.Charge charge = charges.getFirst();
		if (charge.amount() != order.amount()) {
			throw LearnerFailure
				.because("Order %s was charged with %d cents; expected %d.", order.id(), charge.amount(),
						order.amount())
				.expected("1 charge of %d cents", order.amount())
				.observed("1 charge of %d cents", charge.amount())
				.evidence(requests(order));
		}
		return charge;
	}

	/**
	 * Demand that a repeated call charged nothing, after the provider had forgotten all
	 * keys.
	 * @param order the order, which was charged once before
	 * @param time which call it was, such as {@code second}
	 * @throws LearnerFailure when the order was charged again
	 */
	void requireNoFurtherCharge(PaidOrder order, String time) {
		List<PaymentProvider.Charge> charges = this.provider.chargesOf(order);
		if (charges.size() > 1) {
			throw LearnerFailure
				.because("The customer was charged again by the %s call with order %s: charges %s, at %s; expected "
						+ "once. The payment provider had forgotten the Idempotency-Key by then, as it does after a "
						+ "while, so only the table can tell that the order is charged.", time, order.id(),
						ids(charges), moments(charges))
				.expected("1 charge, and the first answer again")
				.observed("%d charges, at %s", charges.size(), moments(charges))
				.evidence(requests(order));
		}
	}

	LearnerFailure chargedTwice(PaidOrder order, String remark) {
		List<PaymentProvider.Charge> charges = this.provider.chargesOf(order);
		return LearnerFailure
			.because("Order %s was charged %d times, at %s; expected once.%s", order.id(), charges.size(),
					moments(charges), remark)
			.expected("1 charge")
			.observed("%d charges, at %s", charges.size(), moments(charges))
			.evidence(requests(order));
	}

	Calls requests(PaidOrder order) {
		return this.run.trace()
			.calls()
			.service(this.provider.name())
			.matching((call) -> String.valueOf(call.request().text()).contains("\"" + order.id() + "\""));
	}

	private static String ids(List<PaymentProvider.Charge> charges) {
		return charges.stream().map(PaymentProvider.Charge::id).collect(Collectors.joining(" and "));
	}

	String moments(List<PaymentProvider.Charge> charges) {
		double now = this.run.mark();
		long nanos = System.nanoTime();
		List<String> texts = charges.stream()
			.map((charge) -> now - (nanos - charge.atNanos()) / 1_000_000.0)
			.map((ms) -> String.format(Locale.ROOT, "%.2f s", ms / 1000))
			.toList();
		return (texts.size() < 2) ? String.join("", texts)
				: String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
	}

	static String ending(Result result) {
		if (result.succeeded()) {
			return "the delivery reported success without a charge";
		}
		return "the delivery ended with " + error(result);
	}

	static String error(Result result) {
		return result.errorType().isEmpty() ? result.errorMessage()
				: result.errorType() + ": " + result.errorMessage();
	}

}

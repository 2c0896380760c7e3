package academy.coldstart.graders.initonce;

import java.util.List;
import java.util.Random;

import academy.coldstart.grader.Fault;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * Reads of the rates fail when a new environment needs them for the first time.
 *
 * @param run the run
 * @param shop the shop
 * @param problem the error that they meet
 */
record Outage(Run run, Shop shop, Problem problem) {

	/** Errors that no SDK repeats: a role that is not known everywhere yet, a lost key. */
	private static final List<Problem> PROBLEMS = List.of(
			new Problem("AccessDeniedException", "User is not authorized to perform: ssm:GetParameter"),
			new Problem("InvalidKeyId", "The key of the parameter is pending deletion"),
			new Problem("ParameterNotFound", "The parameter is being restored"),
			new Problem("AccessDeniedException", "The security policy of the role is not in effect yet"));

	static Outage of(Run run) {
		return new Outage(run, Shop.of(run), PROBLEMS.get(new Random(run.seed()).nextInt(PROBLEMS.size())));
	}

	/** Let every read fail for one order, and none for the next. */
	void passes() {
		this.run.function().renewEnvironments();
		Order during = this.shop.order();
		Result failed;
		try (Fault outage = this.run.faults().on("ssm").error(400, this.problem.code(), this.problem.message())) {
			failed = this.shop.trySend(during,
					"sent order %s while reads of the rates fail".formatted(during.orderId()));
			outage.requireStruck();
		}
		refusePrice(during, failed);
		refuseWaiting(during, failed);
		requireRecovery(failed);
	}

	/** Let the first request of a read fail, and none of its repetitions. */
	void isRepeatedAway() {
		this.run.function().renewEnvironments();
		Order order = this.shop.order();
		Result result;
		try (Fault blip = this.run.faults().on("ssm").attempts(1).times(1).serverError()) {
			result = this.shop.trySend(order,
					"sent order %s; the first request for the rates fails".formatted(order.orderId()));
			blip.requireStruck();
		}
		if (!result.succeeded()) {
			throw LearnerFailure
				.because("Order %s ended with %s, but only a single request for the rates failed: its repetition by the "
						+ "SDK would have succeeded.", order.orderId(), error(result))
				.expected("a price: %s", this.shop.quote(order))
				.observed("%s", result.shown())
				.evidence(result)
				.at(result.place());
		}
		WrongAnswer.refuse(this.shop, order, result);
	}

	private void refusePrice(Order order, Result result) {
		if (result.succeeded()) {
			throw LearnerFailure
				.because("Order %s was answered with %s, although the rates could not be read (%s).", order.orderId(),
						result.shown(), this.problem.code())
				.expected("an error, so that the shop sends the order again")
				.observed("%s", result.shown())
				.evidence(result);
		}
	}

	private static void refuseWaiting(Order order, Result result) {
		if (result.errorType().equals("Sandbox.Timedout")) {
			throw LearnerFailure
				.because("Order %s ran into its timeout while the rates could not be read: %s.", order.orderId(),
						result.errorMessage())
				.expected("an error as soon as the SDK has given up")
				.observed("%s", result.shown())
				.evidence(result);
		}
	}

	private void requireRecovery(Result failed) {
		Order after = this.shop.order();
		Result result = this.shop.trySend(after,
				"sent order %s, the rates can be read again".formatted(after.orderId()));
		if (!result.succeeded()) {
			throw LearnerFailure
				.because("One failed read at start broke every later order in that environment: order %s ended with %s, "
						+ "although the rates could be read again.", after.orderId(), error(result))
				.expected("a price: %s", this.shop.quote(after))
				.observed("%s", result.shown())
				.evidence(failed)
				.evidence(result)
				.at(result.place());
		}
		WrongAnswer.refuse(this.shop, after, result);
	}

	private static String error(Result result) {
		return result.errorType().isEmpty() ? result.errorMessage()
				: result.errorType() + ": " + result.errorMessage();
	}

	/**
	 * An error of Systems Manager.
	 *
	 * @param code its code
	 * @param message its message
	 */
	record Problem(String code, String message) {
	}

}

package academy.coldstart.graders.initonce;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

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

	private static final Pattern ENVELOPE = Pattern.compile("^(?:RequestId: \\S+ )?Error: ");

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
			requireRead(during, failed, outage);
		}
		refuseAnswer(during, failed);
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
			requireRead(order, result, blip);
		}
		if (!result.succeeded()) {
			throw LearnerFailure
				.because("Only a single request for the rates failed, and its repetition by the SDK would have "
						+ "succeeded, but order %s ended with %s", order.orderId(), error(result))
				.expected("a price: %s", this.shop.quote(order))
				.observed("%s", result.shown())
				.evidence(result)
				.at(result.place());
		}
		WrongAnswer.refuse(this.shop, order, result);
	}

	private static void requireRead(Order order, Result result, Fault fault) {
		if (fault.strikes() == 0 && result.succeeded()) {
			throw LearnerFailure
				.because("Order %s was answered in a new environment that never asked for the rates: they come from "
						+ "somewhere else than the parameter %s.", order.orderId(), VatRates.PARAMETER)
				.expected("a read of %s", VatRates.PARAMETER)
				.observed("no call to Systems Manager")
				.evidence(result);
		}
		fault.requireStruck();
	}

	private void refuseAnswer(Order order, Result result) {
		if (result.succeeded()) {
			throw LearnerFailure
				.because("Order %s was answered, although the rates could not be read (%s): the shop takes the answer "
						+ "for a price.", order.orderId(), this.problem.code())
				.expected("an error, so that the shop sends the order again")
				.observed("%s", result.shown())
				.evidence(result);
		}
	}

	private static void refuseWaiting(Order order, Result result) {
		if (result.errorType().equals("Sandbox.Timedout")) {
			throw LearnerFailure
				.because("Order %s waited until the time limit while the rates could not be read. %s", order.orderId(),
						sentence(ENVELOPE.matcher(result.errorMessage()).replaceFirst("")))
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
				.because("One failed read at start broke every later order in that environment: the rates could be "
						+ "read again, but order %s ended with %s", after.orderId(), error(result))
				.expected("a price: %s", this.shop.quote(after))
				.observed("%s", result.shown())
				.evidence(failed)
				.evidence(result)
				.at(result.place());
		}
		WrongAnswer.refuse(this.shop, after, result);
	}

	private static String error(Result result) {
		return sentence(result.errorType().isEmpty() ? result.errorMessage()
				: result.errorType() + ": " + result.errorMessage());
	}

	private static String sentence(String text) {
		return text.endsWith(".") ? text : text + ".";
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

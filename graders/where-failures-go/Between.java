package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.regex.Pattern;

import academy.coldstart.grader.Run;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;

/**
 * A function that gets records and does with them what it likes.
 *
 * @param run the run
 * @param arn the ARN of the function
 */
record Between(Run run, String arn) {

	private static final Pattern MESSAGE = Pattern.compile("\"errorMessage\"\\s*:\\s*\"([^\"\\\\]{1,200})");

	/**
	 * List what it was invoked with about an order.
	 * @param sent the order
	 * @return the invocations in order
	 */
	List<Invocation> runs(Sent sent) {
		return this.run.trace()
			.timeline()
			.function(Names.last(this.arn))
			.invocations()
			.stream()
			.filter((one) -> String.valueOf(one.event().text()).contains(sent.orderId()))
			.toList();
	}

	/**
	 * Tell whether it is switched off, so that Lambda gives up what it should get.
	 * @return whether its reserved concurrency is 0
	 */
	boolean neverRuns() {
		return this.run.stack()
			.byArn(this.arn)
			.map((resource) -> this.run.function(resource.logicalId()).reservedConcurrency().orElse(1) == 0)
			.orElse(false);
	}

	/**
	 * Tell whether the last of some invocations failed, so that it may be tried again.
	 * @param runs the invocations
	 * @return whether there is one, and it did not succeed
	 */
	boolean hasFailed(List<Invocation> runs) {
		return !runs.isEmpty() && runs.getLast().outcome() != Outcome.SUCCEEDED;
	}

	/**
	 * Say how an invocation failed.
	 * @param failed the invocation
	 * @return the type of its error and its message, as far as they are known
	 */
	static String error(Invocation failed) {
		String text = (failed.response() != null) ? String.valueOf(failed.response().text()) : "";
		String message = MESSAGE.matcher(text).results().map((match) -> ": " + match.group(1)).findFirst().orElse("");
		return ((failed.errorType() != null) ? failed.errorType() : failed.outcome()) + message;
	}

}

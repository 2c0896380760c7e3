package academy.coldstart.graders.wherefailuresgo;

import java.util.List;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.Invocation;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/**
 * How often the orders were tried. More attempts than configured are no failure: Lambda
 * may deliver an event twice.
 *
 * @param aftermath what is left
 */
record Attempts(Aftermath aftermath) {

	private static final int WAIT_SECONDS = 60;

	void require() {
		Sent unlucky = this.aftermath.unlucky();
		int tried = this.aftermath.attempts(unlucky).size();
		if (!this.aftermath.mailed()) {
			throw LearnerFailure
				.because("Order %s failed once, because the mail service was away for a moment, and was given up after "
						+ "%s. Its customer never got a mail.%s", unlucky.orderId(), attempts(tried), cause())
				.expected("a mail by the second attempt")
				.observed("%s, and no mail", attempts(tried))
				.evidence(environments(unlucky))
				.at(this.aftermath.live().place(place()));
		}
		Sent hopeless = this.aftermath.hopeless();
		int count = this.aftermath.attempts(hopeless).size();
		if (count < retries() + 1) {
			throw LearnerFailure
				.because("Order %s was tried %d times, although %d retries are configured.%s", hopeless.orderId(),
						count, retries(), cause())
				.expected("%s", attempts(retries() + 1))
				.observed("%s", attempts(count))
				.evidence(environments(hopeless))
				.at(this.aftermath.live().place(place()));
		}
	}

	private int retries() {
		return this.aftermath.expectedAttempts() - 1;
	}

	private String cause() {
		int age = this.aftermath.live()
			.settings()
			.map(FunctionEventInvokeConfig::maximumEventAgeInSeconds)
			.orElse(Integer.MAX_VALUE);
		if (retries() == 0) {
			return " MaximumRetryAttempts is 0.";
		}
		return (age < longestWait() + WAIT_SECONDS) ? (" MaximumEventAgeInSeconds is " + age
				+ ", and the wait before the next attempt would have made the event older than that.") : "";
	}

	// One minute before the first retry, two before the second.
	private int longestWait() {
		return WAIT_SECONDS * retries() * (retries() + 1) / 2;
	}

	private String place() {
		return (retries() == 0) ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds";
	}

	private List<String> environments(Sent sent) {
		return this.aftermath.attempts(sent).stream().map(Invocation::environment).distinct().toList();
	}

	private static String attempts(int count) {
		return (count == 1) ? "1 attempt" : count + " attempts";
	}

}

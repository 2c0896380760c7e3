package academy.coldstart.graders.wherefailuresgo;

import java.util.List;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.Invocation;

/**
 * How often the orders were tried. More attempts than configured are no failure: Lambda
 * may deliver an event twice.
 *
 * @param aftermath what is left
 */
record Attempts(Aftermath aftermath) {

	void require() {
		Plan plan = Plan.of(this.aftermath.live());
		if (plan.retries() == 0) {
			throw withoutRetries();
		}
		if (plan.isTight()) {
			throw tooOld(plan);
		}
		if (!this.aftermath.mailed()) {
			new Answers(this.aftermath).requireAll(this.aftermath.unlucky());
			throw unexpected(this.aftermath.unlucky());
		}
		if (this.aftermath.attempts(this.aftermath.hopeless()).size() < plan.attempts()) {
			throw unexpected(this.aftermath.hopeless());
		}
	}

	private LearnerFailure withoutRetries() {
		Sent unlucky = this.aftermath.unlucky();
		return LearnerFailure
			.because("Order %s failed once, because the mail service was away for a moment, and was given up: "
					+ "MaximumRetryAttempts is 0. Its customer never got a mail.", unlucky.orderId())
			.expected("a mail by the second attempt")
			.observed("%s", attempts(unlucky))
			.evidence(environments(unlucky))
			.at(this.aftermath.live().place("MaximumRetryAttempts"));
	}

	private LearnerFailure tooOld(Plan plan) {
		Sent hopeless = this.aftermath.hopeless();
		String what = plan.isHopeless()
				? "Lambda made %s for order %s, although %d retries are configured: the waits before them take %d s, and MaximumEventAgeInSeconds is %d."
					.formatted(attempts(hopeless), hopeless.orderId(), plan.retries(), plan.waits(), plan.age())
				: "MaximumEventAgeInSeconds is %d, and the waits before %d retries take %d s of it. What is left for the attempts themselves is less than a minute, so that the last one may never be made."
					.formatted(plan.age(), plan.retries(), plan.waits());
		return LearnerFailure.because("%s", what)
			.expected("a MaximumEventAgeInSeconds of %d at least, or fewer retries", plan.leastAge())
			.observed("MaximumEventAgeInSeconds: %d", plan.age())
			.evidence(environments(hopeless))
			.at(this.aftermath.live().place("MaximumEventAgeInSeconds"));
	}

	// The settings allow for more, and the function did what its code says.
	private IllegalStateException unexpected(Sent sent) {
		return new IllegalStateException("Lambda gave order %s up after %s, and neither its settings nor the function tell why"
			.formatted(sent.orderId(), attempts(sent)));
	}

	private List<String> environments(Sent sent) {
		return this.aftermath.attempts(sent).stream().map(Invocation::environment).distinct().toList();
	}

	private String attempts(Sent sent) {
		int count = this.aftermath.attempts(sent).size();
		return (count == 1) ? "1 attempt" : count + " attempts";
	}

}

package academy.coldstart.grader;

import java.time.Duration;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.fault.SetRule;

/**
 * A rule that was set. Closing it ends it; it ends with its check at the latest.
 */
public final class Fault implements AutoCloseable {

	private final Run run;

	private final FaultRules rules;

	private final SetRule rule;

	private final String target;

	Fault(Run run, FaultRules rules, SetRule rule, String target) {
		this.run = run;
		this.rules = rules;
		this.rule = rule;
		this.target = target;
	}

	/**
	 * Do something while it holds, and end it.
	 * @param <T> the type of the result
	 * @param <X> the type of what the action throws
	 * @param action what to do
	 * @return the result of the action
	 * @throws X what the action throws
	 */
	public <T, X extends Exception> T during(Action<T, X> action) throws X {
		try {
			return action.run();
		}
		finally {
			close();
		}
	}

	/**
	 * Return how often it struck.
	 * @return the number of requests so far
	 */
	public int strikes() {
		return this.rule.strikes();
	}

	/**
	 * Return how many calls it was for, also those that it left alone.
	 * @return the number so far: logical calls when the rule counts those, else requests
	 */
	public int seen() {
		return this.rule.seen();
	}

	/**
	 * Return the struck calls that are complete by now.
	 * @return the calls
	 */
	public Calls calls() {
		return this.run.trace()
			.calls()
			.matching((call) -> call.fault() != null && call.fault().rule().equals(this.rule.id()));
	}

	/**
	 * Wait for strikes that the learner's code has to provoke by making the call.
	 * @param count how many
	 * @param limit how long to wait at most
	 * @return this rule
	 * @throws LearnerFailure when they do not come
	 */
	public Fault await(int count, Duration limit) {
		if (!awaitStrikes(count, limit)) {
			this.run.confirmPossible();
			throw neverMade();
		}
		return this;
	}

	/**
	 * Demand that it struck: a fault that never happened proves nothing.
	 * @return this rule
	 * @throws LearnerFailure when the function never made such a call
	 */
	public Fault requireStruck() {
		if (strikes() == 0) {
			this.run.confirmPossible();
			throw neverMade();
		}
		return this;
	}

	/**
	 * Demand that it struck where that does not depend on the learner's code, as after a
	 * call was seen that it must have struck.
	 * @return this rule
	 * @throws IllegalStateException when it did not: a fault of the platform
	 */
	public Fault confirmStruck() {
		if (strikes() == 0) {
			throw new IllegalStateException(
					"A rule for " + this.target + " saw " + seen() + " calls and struck none, although it should have");
		}
		return this;
	}

	@Override
	public void close() {
		this.rules.end(this.rule);
	}

	private boolean awaitStrikes(int count, Duration limit) {
		try {
			return this.rule.awaitStrikes(count, limit);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a fault to strike", ex);
		}
	}

	private LearnerFailure neverMade() {
		int calls = Math.max(strikes(), seen());
		return LearnerFailure
			.because("The function %s the calls that this check lets fail: %s.",
					(calls == 0) ? "never made" : "made only " + calls + " of", this.target)
			.expected("%s", this.target)
			.observed("%s", (calls == 0) ? "no such call" : calls + " such calls")
			.evidence(calls());
	}

	/**
	 * What is done while a fault holds.
	 *
	 * @param <T> the type of the result
	 * @param <X> the type of what it throws
	 */
	@FunctionalInterface
	public interface Action<T, X extends Exception> {

		/**
		 * Do it.
		 * @return the result
		 * @throws X if it fails
		 */
		T run() throws X;

	}

}

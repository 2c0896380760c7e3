package academy.coldstart.grader;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import academy.coldstart.fault.Effect;
import academy.coldstart.fault.FaultRule;
import academy.coldstart.fault.PassingCall;
import academy.coldstart.fault.Quota;
import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is being written: first which calls it is for, then how many of them, at
 * last what is done to them. The last step sets it.
 */
public final class FaultTarget {

	private static final int MOST_NAMED = 3;

	private final Faults faults;

	private String calls;

	private Predicate<PassingCall> condition;

	private int skip;

	private int times = Quota.ALL;

	private int attempts;

	private @Nullable Duration lifetime;

	FaultTarget(Faults faults, String service, List<String> operations) {
		this.faults = faults;
		this.calls = operations.isEmpty() ? "calls to " + service : listed(operations);
		this.condition = (call) -> call.service().equals(service)
				&& (operations.isEmpty() || operations.contains(call.operation()));
	}

	/**
	 * Keep calls that touch a resource, also batches that name it among others.
	 * @param resource a name, URL or ARN
	 * @return this rule
	 */
	public FaultTarget resource(String resource) {
		Touch touch = new Touch(resource);
		this.calls += " on " + resource;
		return and((call) -> touch.test(call.resource(), call.body().get()));
	}

	/**
	 * Keep calls of one function.
	 * @param function the function
	 * @return this rule
	 */
	public FaultTarget function(DeployedFunction function) {
		this.calls += " by " + function.name();
		return and((call) -> this.faults.function(call.environment()).equals(function.name()));
	}

	/**
	 * Keep calls of one execution environment.
	 * @param environment the id of the environment within the trace
	 * @return this rule
	 */
	public FaultTarget environment(String environment) {
		return and((call) -> call.environment().equals(environment));
	}

	/**
	 * Keep calls made in one phase.
	 * @param phase the phase
	 * @return this rule
	 */
	public FaultTarget phase(Phase phase) {
		this.calls += " in the " + phase.name().toLowerCase(Locale.ROOT) + " phase";
		return and((call) -> call.phase() == phase);
	}

	/**
	 * Keep calls whose body contains a text, such as an order id. Objects of S3 are
	 * streamed and count as empty.
	 * @param text the text
	 * @return this rule
	 */
	public FaultTarget mentioning(String text) {
		this.calls += " for " + text;
		return body((body) -> body.contains(text));
	}

	/**
	 * Keep calls by their body. Objects of S3 are streamed and count as empty.
	 * @param matches tells from the body, as text, whether the rule is for the call
	 * @return this rule
	 */
	public FaultTarget body(Predicate<String> matches) {
		return and((call) -> matches.test(call.body().get()));
	}

	/**
	 * Strike only so many calls: requests, unless {@link #beyondRetries()} or
	 * {@link #attempts(int)} make logical calls of them.
	 * @param number how many, from 1
	 * @return this rule
	 */
	public FaultTarget times(int number) {
		this.times = number;
		return this;
	}

	/**
	 * Leave the first calls alone.
	 * @param number how many
	 * @return this rule
	 */
	public FaultTarget skip(int number) {
		this.skip = number;
		return this;
	}

	/**
	 * Count logical calls, and strike every attempt of them: what the SDK repeats by
	 * itself fails as well. An SDK pauses between attempts of an error that it takes for
	 * temporary, Python's in its default mode for up to 15 seconds in all; an error that
	 * it does not repeat, or fewer attempts in the environment of the function, keep a
	 * check fast.
	 * @return this rule
	 */
	public FaultTarget beyondRetries() {
		return attempts(Quota.ALL);
	}

	/**
	 * Count logical calls, and strike the first attempts of them: what the SDK repeats by
	 * itself after that gets through.
	 * @param first how many attempts of each, from 1
	 * @return this rule
	 */
	public FaultTarget attempts(int first) {
		if (first < 1) {
			throw new IllegalArgumentException("At least one attempt is struck, not " + first);
		}
		this.attempts = first;
		return this;
	}

	/**
	 * End by itself after a time.
	 * @param span the time from when it is set
	 * @return this rule
	 */
	public FaultTarget lasting(Duration span) {
		this.lifetime = span;
		return this;
	}

	/**
	 * Answer with the service's own throttling error.
	 * @return the rule that was set
	 */
	public Fault throttle() {
		return set(new Effect.Throttle(null));
	}

	/**
	 * Answer with the service's own error for a fault on its side, status 500.
	 * @return the rule that was set
	 */
	public Fault serverError() {
		return set(new Effect.ServerError(500, null));
	}

	/**
	 * Answer that the service is unavailable, status 503.
	 * @return the rule that was set
	 */
	public Fault unavailable() {
		return set(new Effect.ServerError(503, null));
	}

	/**
	 * Answer with an error.
	 * @param status the HTTP status, from 400 to 599
	 * @param code the error code, as the service spells it
	 * @param message the message
	 * @return the rule that was set
	 */
	public Fault error(int status, String code, String message) {
		return set(new Effect.Failure(status, code, message));
	}

	/**
	 * Forward late. A call whose caller gives up meanwhile is never forwarded.
	 * @param by how long a call waits
	 * @return the rule that was set
	 */
	public Fault delay(Duration by) {
		return set(new Effect.Delay(by, Effect.Point.BEFORE));
	}

	/**
	 * Forward at once, and answer late.
	 * @param by how long the answer waits
	 * @return the rule that was set
	 */
	public Fault delayReply(Duration by) {
		return set(new Effect.Delay(by, Effect.Point.AFTER));
	}

	/**
	 * Hold calls back before they are forwarded until several have come, so that none of
	 * them can see what another does: races become certain.
	 * @param count how many have to come
	 * @param patience how long a call waits for the others at most
	 * @return the rule that was set
	 */
	public Fault gather(int count, Duration patience) {
		return set(new Effect.Gather(count, patience));
	}

	/**
	 * Give no answer until the caller gives up.
	 * @return the rule that was set
	 */
	public Fault hang() {
		return set(new Effect.Hang());
	}

	/**
	 * Reset the connection. The service never sees the call.
	 * @return the rule that was set
	 */
	public Fault reset() {
		return set(new Effect.Reset(Effect.Point.BEFORE));
	}

	/**
	 * Let the service do what it is asked to, and reset the connection instead of
	 * answering: the caller cannot know that it was done.
	 * @return the rule that was set
	 */
	public Fault dropReply() {
		return set(new Effect.Reset(Effect.Point.AFTER));
	}

	/**
	 * Kill the environment that makes the call. The service never sees the call.
	 * @return the rule that was set
	 */
	public Fault killBefore() {
		return set(new Effect.Kill(Effect.Point.BEFORE));
	}

	/**
	 * Let the service do what it is asked to, and kill the environment before it hears of
	 * that.
	 * @return the rule that was set
	 */
	public Fault killAfter() {
		return set(new Effect.Kill(Effect.Point.AFTER));
	}

	/**
	 * Forward at once, and send the reply piece by piece.
	 * @param bytesPerSecond how fast, from 10
	 * @return the rule that was set
	 */
	public Fault trickle(int bytesPerSecond) {
		return set(new Effect.Trickle(bytesPerSecond));
	}

	private Fault set(Effect effect) {
		return this.faults.set(new FaultRule(this.calls, this.condition,
				new Quota(this.skip, this.times, this.attempts), effect, this.lifetime));
	}

	private FaultTarget and(Predicate<PassingCall> more) {
		this.condition = this.condition.and(more);
		return this;
	}

	// A rule for all writes has many, and a sentence that nobody reads to its end says
	// nothing.
	private static String listed(List<String> operations) {
		if (operations.size() > MOST_NAMED) {
			return operations.get(0) + ", " + operations.get(1) + " and " + (operations.size() - 2)
					+ " other operations";
		}
		return operations.stream().sorted().collect(Collectors.joining(" and "));
	}

}

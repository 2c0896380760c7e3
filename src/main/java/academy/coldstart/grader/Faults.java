package academy.coldstart.grader;

import java.util.List;

import academy.coldstart.fault.FaultRule;
import academy.coldstart.fault.FaultRules;
import org.jspecify.annotations.Nullable;

/**
 * Faults that calls of functions meet, as rules: which calls, how many, and what is done
 * to them. A rule holds from the moment it is set until it is closed, but never beyond
 * its check, and every call that it strikes says so in the trace.
 *
 * <pre class="code">
 * try (Fault outage = run.faults().on("ssm", "GetParameter").beyondRetries().times(1).throttle()) {
 * 	Result first = run.function().invoke(order);
 * 	outage.requireStruck();
 * }
 * </pre>
 *
 * <p>
 * Calls of the engine itself, such as those of event source mappings, never meet one.
 */
public final class Faults {

	private final Run run;

	private final FaultRules rules;

	Faults(Run run, FaultRules rules) {
		this.run = run;
		this.rules = rules;
	}

	/**
	 * Begin a rule for calls of a service.
	 * @param service the service's signing name, such as {@code dynamodb}
	 * @param operations the operations; all of them when none is named
	 * @return the rule, to be narrowed down and given its effect
	 */
	public FaultTarget on(String service, String... operations) {
		return new FaultTarget(this, service, List.of(operations));
	}

	/**
	 * Begin a rule for requests to a companion. They count one by one, as they carry no
	 * id of a logical call; their resource is the path.
	 * @param companion the companion
	 * @param methods the HTTP methods; all of them when none is named
	 * @return the rule, to be narrowed down and given its effect
	 */
	public FaultTarget on(Companion companion, String... methods) {
		return new FaultTarget(this, companion.name(), List.of(methods));
	}

	/**
	 * Return whether no rule holds.
	 * @return whether every call passes as it is
	 */
	public boolean isEmpty() {
		return this.rules.isEmpty();
	}

	Fault set(FaultRule rule) {
		return new Fault(this.run, this.rules, this.rules.set(rule, this.run.check()), rule.calls());
	}

	/**
	 * Return the function that an environment belongs to.
	 * @param environment the id of the environment
	 * @return the name of the function, or an empty text
	 */
	String function(String environment) {
		return this.run.recorder().environment(environment).map((known) -> known.function()).orElse("");
	}

	void endOf(@Nullable String check) {
		this.rules.endOf(check);
	}

	void endAll() {
		this.rules.endAll();
	}

}

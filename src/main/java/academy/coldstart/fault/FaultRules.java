package academy.coldstart.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import academy.coldstart.fault.CallCount.LogicalCall;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one run. Safe for use by many threads: checks set and end rules while
 * functions call.
 */
public final class FaultRules {

	private final TraceRecorder recorder;

	private final Consumer<String> killer;

	private final List<SetRule> rules = new CopyOnWriteArrayList<>();

	/**
	 * Begin without any rule.
	 * @param recorder where rules are recorded
	 * @param killer kills the environment with an id, and returns when nothing of it is
	 * left
	 */
	public FaultRules(TraceRecorder recorder, Consumer<String> killer) {
		this.recorder = recorder;
		this.killer = killer;
	}

	/**
	 * Set a rule. It holds for calls that arrive from now on.
	 * @param rule the rule
	 * @param check the id of the check that sets it, or null
	 * @return the rule, to be ended
	 */
	public SetRule set(FaultRule rule, @Nullable String check) {
		SetRule set = new SetRule(rule, this.recorder, check);
		this.rules.add(set);
		return set;
	}

	/**
	 * End a rule. Does nothing when it has ended.
	 * @param rule the rule
	 */
	public void end(SetRule rule) {
		this.rules.remove(rule);
		rule.end();
	}

	/**
	 * End the rules that a check set.
	 * @param check the id of the check, or null for those that no check set
	 */
	public void endOf(@Nullable String check) {
		this.rules.stream().filter((rule) -> Objects.equals(rule.check(), check)).forEach(this::end);
	}

	/** End all rules. */
	public void endAll() {
		this.rules.forEach(this::end);
	}

	/**
	 * Say whether any rule is set, so that calls need not be described for nothing.
	 * @return whether there is none
	 */
	public boolean isEmpty() {
		return this.rules.isEmpty();
	}

	/**
	 * Decide on a call that is about to pass. Every rule counts the calls it is for, also
	 * those that another one strikes.
	 * @param call the call
	 * @return what is to be done to it
	 */
	public Strike strike(PassingCall call) {
		List<SetRule> holding = new ArrayList<>();
		SetRule decisive = null;
		for (SetRule rule : this.rules) {
			if (rule.matches(call)) {
				LogicalCall counted = rule.count(call);
				if (rule.holds() && rule.take(counted)) {
					holding.add(rule);
				}
				else if (!rule.holds() && decisive == null && rule.take(counted)) {
					decisive = rule;
				}
			}
		}
		return (holding.isEmpty() && decisive == null) ? Strike.NONE
				: new Strike(holding, decisive, () -> this.killer.accept(call.environment()));
	}

}

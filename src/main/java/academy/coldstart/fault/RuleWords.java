package academy.coldstart.fault;

import java.time.Duration;
import java.util.Locale;

import academy.coldstart.trace.InjectedFault.Kind;

/**
 * The words for what rules do.
 */
final class RuleWords {

	private RuleWords() {
	}

	/**
	 * Say what a rule did, as in "The grader …".
	 * @param rule the rule
	 * @param strikes how often it struck
	 * @return such as {@code throttled GetParameter 3 times}
	 */
	static String action(FaultRule rule, int strikes) {
		return (strikes == 0) ? "stood ready to " + sentence(rule.effect(), "", rule.calls())
				: sentence(rule.effect(), "past", rule.calls()) + times(strikes);
	}

	private static String times(int strikes) {
		return switch (strikes) {
			case 1 -> " once";
			case 2 -> " twice";
			default -> " " + strikes + " times";
		};
	}

	private static String sentence(Effect effect, String tense, String calls) {
		boolean past = !tense.isEmpty();
		return switch (effect) {
			case Effect.Throttle ignored -> (past ? "throttled " : "throttle ") + calls;
			case Effect.ServerError error ->
				(past ? "answered " : "answer ") + calls + " with a server error, status " + error.status() + ",";
			case Effect.Failure failure ->
				(past ? "answered " : "answer ") + calls + " with the error " + failure.code();
			case Effect.Delay delay ->
				(past ? "delayed " : "delay ") + ((delay.point() == Effect.Point.AFTER) ? "the reply to " : "") + calls
						+ " by " + text(delay.by());
		};
	}

	/**
	 * Say what was done to one call.
	 * @param effect the effect
	 * @return such as {@code delayed by 300 ms}
	 */
	static String done(Effect effect) {
		return switch (effect) {
			case Effect.Throttle ignored -> "throttled";
			case Effect.ServerError ignored -> "answered with a server error";
			case Effect.Failure ignored -> "answered with an error";
			case Effect.Delay delay when delay.point() == Effect.Point.BEFORE -> "delayed by " + text(delay.by());
			case Effect.Delay delay -> "answered " + text(delay.by()) + " late";
		};
	}

	static Kind kind(Effect effect) {
		return switch (effect) {
			case Effect.Throttle ignored -> Kind.THROTTLE;
			case Effect.ServerError ignored -> Kind.ERROR;
			case Effect.Failure ignored -> Kind.ERROR;
			case Effect.Delay ignored -> Kind.DELAY;
		};
	}

	static String text(Duration duration) {
		long ms = duration.toMillis();
		if (ms < 1000) {
			return ms + " ms";
		}
		return (ms % 1000 == 0) ? (ms / 1000) + " s" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
	}

}

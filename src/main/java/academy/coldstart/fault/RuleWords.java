package academy.coldstart.fault;

import java.time.Duration;
import java.util.Locale;

import academy.coldstart.fault.Effect.Point;
import academy.coldstart.trace.InjectedFault.Kind;

/**
 * The words for what is done to calls.
 *
 * @param kind what it is in the trace
 * @param done what was done to one call: {@code delayed by 300 ms}
 * @param plan what a rule is ready to do, with {@code %s} for the calls
 * @param deed what a rule has done, with {@code %s} for the calls
 */
record RuleWords(Kind kind, String done, String plan, String deed) {

	/**
	 * Say what a rule did, as in "The grader …".
	 * @param rule the rule
	 * @param strikes how often it struck
	 * @return such as {@code throttled GetParameter 3 times}
	 */
	static String action(FaultRule rule, int strikes) {
		RuleWords words = of(rule.effect());
		return (strikes == 0) ? "stood ready to " + words.plan().replace("%s", rule.calls())
				: words.deed().replace("%s", rule.calls()) + (words.deed().endsWith("%s") ? " " : ", ")
						+ times(strikes);
	}

	private static String times(int strikes) {
		return switch (strikes) {
			case 1 -> "once";
			case 2 -> "twice";
			default -> strikes + " times";
		};
	}

	static RuleWords of(Effect effect) {
		return switch (effect) {
			case Effect.Throttle ignored -> new RuleWords(Kind.THROTTLE, "throttled", "throttle %s", "throttled %s");
			case Effect.ServerError error -> answered("server error " + error.status());
			case Effect.Failure failure -> answered(failure.code());
			case Effect.Hang ignored -> new RuleWords(Kind.HANG, "left without an answer", "leave %s without an answer",
					"left %s without an answer");
			case Effect.Reset reset -> reset(reset.point());
			case Effect.Kill kill -> kill(kill.point());
			case Effect.Trickle trickle -> slow(trickle.bytesPerSecond() + " bytes a second");
			case Effect.Delay delay -> delay(delay.point(), text(delay.by()));
			case Effect.Gather gather -> gather("until " + gather.count() + " had come");
		};
	}

	private static RuleWords answered(String error) {
		return new RuleWords(Kind.ERROR, "answered with an error", "answer %s with " + error,
				"answered %s with " + error);
	}

	private static RuleWords reset(Point point) {
		return (point == Point.BEFORE)
				? new RuleWords(Kind.RESET, "connection reset before it reached the service",
						"reset the connection of %s", "reset the connection of %s")
				: new RuleWords(Kind.REPLY_DROPPED, "done by the service, but the reply dropped",
						"drop the reply to %s", "dropped the reply to %s");
	}

	private static RuleWords kill(Point point) {
		return (point == Point.BEFORE)
				? new RuleWords(Kind.KILLED_BEFORE, "environment killed before it reached the service",
						"kill the environment right before %s", "killed the environment right before %s")
				: new RuleWords(Kind.KILLED_AFTER, "done by the service, but the environment killed before the reply",
						"kill the environment right after %s", "killed the environment right after %s");
	}

	private static RuleWords slow(String rate) {
		return new RuleWords(Kind.TRICKLE, "reply sent with " + rate, "send the reply to %s with " + rate,
				"sent the reply to %s with " + rate);
	}

	private static RuleWords delay(Point point, String by) {
		return (point == Point.BEFORE)
				? new RuleWords(Kind.DELAY, "delayed by " + by, "delay %s by " + by, "delayed %s by " + by)
				: new RuleWords(Kind.DELAY, "answered " + by + " late", "delay the reply to %s by " + by,
						"delayed the reply to %s by " + by);
	}

	private static RuleWords gather(String until) {
		return new RuleWords(Kind.HELD, "held back " + until, "hold %s back " + until, "held %s back " + until);
	}

	private static String text(Duration duration) {
		long ms = duration.toMillis();
		if (ms < 1000) {
			return ms + " ms";
		}
		return (ms % 1000 == 0) ? (ms / 1000) + " s" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
	}

}

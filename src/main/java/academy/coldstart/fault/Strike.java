package academy.coldstart.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.fault.Effect.Point;
import academy.coldstart.trace.InjectedFault;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to one call: first the delays, then what decides on it.
 */
public final class Strike {

	/** The call passes as if there were no rules. */
	public static final Strike NONE = new Strike(List.of(), null, () -> {
	});

	/** How often a held call is looked after. */
	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private final List<SetRule> delays;

	private final @Nullable SetRule decisive;

	private final Runnable kill;

	Strike(List<SetRule> delays, @Nullable SetRule decisive, Runnable kill) {
		this.delays = List.copyOf(delays);
		this.decisive = decisive;
		this.kill = kill;
	}

	/**
	 * Return what decides on the call.
	 * @return the effect, or null when it passes
	 */
	public Effect.@Nullable Decisive effect() {
		return (this.decisive != null && this.decisive.rule().effect() instanceof Effect.Decisive effect) ? effect
				: null;
	}

	/**
	 * Wait as long as the call is delayed. A rule that ends lets it go.
	 * @param point where it is
	 * @param gone tells whether nobody waits for the answer any more
	 * @return whether somebody still waits
	 */
	public boolean delay(Point point, BooleanSupplier gone) {
		for (SetRule rule : this.delays) {
			if (rule.rule().effect() instanceof Effect.Delay delay && delay.point() == point
					&& !hold(rule, delay.by(), gone)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Say whether the reply is delayed.
	 * @return whether it is
	 */
	public boolean delaysReply() {
		return this.delays.stream()
			.anyMatch((rule) -> rule.rule().effect() instanceof Effect.Delay delay && delay.point() == Point.AFTER);
	}

	/** Kill the environment that made the call, and wait until nothing of it is left. */
	public void kill() {
		this.kill.run();
	}

	/**
	 * Describe what was done, for the trace.
	 * @param serviceStatus the HTTP status that the service answered with, or null when
	 * the call never reached it
	 * @return the description, or null when nothing was done
	 */
	public @Nullable InjectedFault describe(@Nullable Integer serviceStatus) {
		List<SetRule> all = Stream.concat(this.delays.stream(), Stream.ofNullable(this.decisive)).toList();
		if (all.isEmpty()) {
			return null;
		}
		SetRule main = all.getLast();
		String text = all.stream()
			.map((rule) -> RuleWords.done(rule.rule().effect()))
			.collect(Collectors.joining(", "));
		return new InjectedFault(main.id(), RuleWords.kind(main.rule().effect()), text, serviceStatus);
	}

	private static boolean hold(SetRule rule, Duration by, BooleanSupplier gone) {
		long deadline = System.nanoTime() + by.toNanos();
		try {
			for (long left = by.toNanos(); left > 0; left = deadline - System.nanoTime()) {
				if (rule.awaitEnd(Math.min(left, LOOK_NANOS))) {
					return !gone.getAsBoolean();
				}
				if (gone.getAsBoolean()) {
					return false;
				}
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

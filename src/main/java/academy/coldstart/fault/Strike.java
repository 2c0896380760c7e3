package academy.coldstart.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.fault.Effect.Point;
import academy.coldstart.trace.InjectedFault;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to one call: first what holds it, then what decides on it. Whoever
 * waits here is let go when the rule ends.
 */
public final class Strike {

	/** The call passes as if there were no rules. */
	public static final Strike NONE = new Strike(List.of(), null, () -> {
	});

	/** How often a held call is looked after. */
	private static final Duration LOOK = Duration.ofMillis(20);

	private static final Duration FOREVER = Duration.ofDays(1);

	private final List<SetRule> holding;

	private final @Nullable SetRule decisive;

	private final Runnable killer;

	Strike(List<SetRule> holding, @Nullable SetRule decisive, Runnable killer) {
		this.holding = List.copyOf(holding);
		this.decisive = decisive;
		this.killer = killer;
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
	 * Wait as long as the call is held.
	 * @param point where it is
	 * @param gone tells whether nobody waits for the answer any more
	 * @return whether somebody still waits
	 */
	public boolean hold(Point point, BooleanSupplier gone) {
		for (SetRule rule : this.holding) {
			boolean waits = switch (rule.rule().effect()) {
				case Effect.Delay delay when delay.point() == point -> wait(rule, delay.by(), gone);
				case Effect.Gather gather when gather.point() == point ->
					wait(rule, gather.patience(), () -> rule.strikes() >= gather.count() || gone.getAsBoolean())
							|| !gone.getAsBoolean();
				case Effect.Holding ignored -> true;
				case Effect.Decisive ignored -> true;
			};
			if (!waits) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Say whether the reply is held.
	 * @return whether it is
	 */
	public boolean holdsReply() {
		return this.holding.stream()
			.anyMatch((rule) -> rule.rule().effect() instanceof Effect.Holding effect && effect.point() == Point.AFTER);
	}

	/**
	 * Wait until nobody waits for the answer any more.
	 * @param gone tells whether that is so
	 */
	public void hang(BooleanSupplier gone) {
		if (this.decisive != null) {
			wait(this.decisive, FOREVER, gone);
		}
	}

	/**
	 * Wait between two pieces of a reply.
	 * @param by how long
	 * @return whether the reply stays slow
	 */
	public boolean rest(Duration by) {
		return this.decisive != null && wait(this.decisive, by, () -> false) && !this.decisive.isOver();
	}

	/** Kill the environment that made the call, and wait until nothing of it is left. */
	public void kill() {
		this.killer.run();
	}

	/**
	 * Describe what was done, for the trace.
	 * @param serviceStatus the HTTP status that the service answered with, or null when
	 * the call never reached it
	 * @return the description, or null when nothing was done
	 */
	public @Nullable InjectedFault describe(@Nullable Integer serviceStatus) {
		List<SetRule> all = Stream.concat(this.holding.stream(), Stream.ofNullable(this.decisive)).toList();
		if (all.isEmpty()) {
			return null;
		}
		String text = all.stream()
			.map((rule) -> RuleWords.of(rule.rule().effect()).done())
			.collect(Collectors.joining(", "));
		return new InjectedFault(all.getLast().id(), RuleWords.of(all.getLast().rule().effect()).kind(), text,
				serviceStatus);
	}

	private static boolean wait(SetRule rule, Duration by, BooleanSupplier gone) {
		long deadline = System.nanoTime() + by.toNanos();
		try {
			for (long left = by.toNanos(); left > 0; left = deadline - System.nanoTime()) {
				if (rule.awaitEnd(Math.min(left, LOOK.toNanos()))) {
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

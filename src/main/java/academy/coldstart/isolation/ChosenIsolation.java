package academy.coldstart.isolation;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The isolation that is wanted and works on this machine, found out when somebody first
 * needs it.
 */
final class ChosenIsolation implements Isolation {

	private static final Logger logger = LoggerFactory.getLogger(ChosenIsolation.class);

	private final IsolationProperties.Mode mode;

	private final Supplier<SandboxIsolation.Attempt> sandbox;

	private final Supplier<Isolation> plain;

	private @Nullable Choice choice;

	/**
	 * Create the choice.
	 * @param mode what is wanted
	 * @param sandbox prepares the sandbox
	 * @param plain prepares what there is without one
	 */
	ChosenIsolation(IsolationProperties.Mode mode, Supplier<SandboxIsolation.Attempt> sandbox,
			Supplier<Isolation> plain) {
		this.mode = mode;
		this.sandbox = sandbox;
		this.plain = plain;
	}

	private synchronized Choice choice() {
		if (this.choice == null) {
			this.choice = choose();
			this.choice.refusal().ifPresent((reason) -> logger.warn(reason));
		}
		return this.choice;
	}

	private Choice choose() {
		if (this.mode == IsolationProperties.Mode.PLAIN) {
			return new Choice(this.plain.get(),
					"There is no sandbox, because COLDSTART_ISOLATION_MODE=plain asks for none.");
		}
		return switch (this.sandbox.get()) {
			case SandboxIsolation.Attempt.Made made -> new Choice(made.isolation(), null);
			case SandboxIsolation.Attempt.Failed failed ->
				(this.mode == IsolationProperties.Mode.SANDBOX) ? new Choice(null, failed.reason())
						: new Choice(this.plain.get(), "There is no sandbox. " + failed.reason());
		};
	}

	@Override
	public String describe() {
		return protection().description();
	}

	@Override
	public Protection protection() {
		Choice chosen = choice();
		String reason = chosen.refusal().map((text) -> " " + text).orElse("");
		if (chosen.isolation() == null) {
			return new Protection(Protection.Kind.PLAIN, Protection.Accounting.WATCHED,
					"Functions do not run, because they have to run in a sandbox." + reason);
		}
		Protection force = chosen.isolation().protection();
		return new Protection(force.kind(), force.accounting(), force.description() + reason);
	}

	@Override
	public Optional<String> unavailable() {
		Choice chosen = choice();
		return (chosen.isolation() != null) ? chosen.isolation().unavailable()
				: Optional.of("Functions have to run in a sandbox, and there is none. " + chosen.reason());
	}

	@Override
	public Cell open(Confinement confinement) {
		Isolation chosen = choice().isolation();
		if (chosen == null) {
			throw new IllegalStateException(unavailable().orElseThrow());
		}
		return chosen.open(confinement);
	}

	@Override
	public Set<String> remains() {
		Isolation chosen = choice().isolation();
		return (chosen != null) ? chosen.remains() : Set.of();
	}

	@Override
	public synchronized void close() {
		if (this.choice != null && this.choice.isolation() != null) {
			this.choice.isolation().close();
		}
	}

	private record Choice(@Nullable Isolation isolation, @Nullable String reason) {

		Optional<String> refusal() {
			return Optional.ofNullable(this.reason);
		}

	}

}

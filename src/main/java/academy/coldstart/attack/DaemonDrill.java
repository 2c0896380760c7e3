package academy.coldstart.attack;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Leaves daemons behind in three ways: the handler exits, the sandbox is killed, the
 * platform is killed.
 */
@Component
final class DaemonDrill implements Drill {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final FunctionDrill functions;

	DaemonDrill(FunctionDrill functions) {
		this.functions = functions;
	}

	@Override
	public String name() {
		return "daemons";
	}

	@Override
	public Finding run(AttackCase attack, Site site) throws Exception {
		Finding exited = this.functions.run(attack, site);
		if (exited.outcome() == Outcome.ESCAPED || exited.outcome() == Outcome.SKIPPED) {
			return exited;
		}
		Set<String> killed = KillDrill.kill(site.platform().isolation());
		if (!killed.isEmpty()) {
			return Finding.escaped("after the kill of a sandbox there was still " + String.join(", ", killed));
		}
		try (HeldPlatform other = HeldPlatform.start()) {
			List<Long> left = other.kill(PATIENCE);
			return left.isEmpty()
					? attack.asExpected("nothing was left after the exit of the handler, after the kill of a sandbox,"
							+ " and after the kill of another platform")
					: Finding.escaped(left.size() + " processes outlived their platform");
		}
	}

}

package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Invokes the functions of a case, each in an environment of its own. All of them live
 * until the last one was invoked.
 */
@Component
final class FunctionDrill implements Drill {

	static final String NAME = "functions";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		return run(attack, new AttackingFunctions(attack, site, true), site);
	}

	/**
	 * Make an attack while others are made.
	 * @param attack the case
	 * @param site what is attacked
	 * @return what came of it
	 */
	Finding runBesideOthers(AttackCase attack, Site site) {
		return run(attack, new AttackingFunctions(attack, site, false), site);
	}

	private static Finding run(AttackCase attack, AttackingFunctions functions, Site site) {
		List<String> missing = new ArrayList<>();
		try (functions) {
			for (FunctionRun run : attack.runs()) {
				Optional<String> lacking = site.platform().missing(run.language());
				if (lacking.isPresent()) {
					missing.add(lacking.get());
					continue;
				}
				Optional<String> escape = functions.escape(run);
				if (escape.isPresent()) {
					return Finding.escaped(run.program() + ": " + escape.get());
				}
			}
		}
		String seen = String.join("; ", functions.seen());
		return seen.isEmpty() ? Finding.skipped(String.join("; ", missing)) : attack
			.asExpected(seen + (missing.isEmpty() ? "" : " (not tried: " + String.join("; ", missing) + ")"));
	}

}

package academy.coldstart.attack;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Looks with which account calls came through that named another.
 */
@Component
final class PinnedCallsDrill implements Drill {

	private static final String OWN = "Credential=" + Site.ACCOUNT + "/";

	private final FunctionDrill functions;

	PinnedCallsDrill(FunctionDrill functions) {
		this.functions = functions;
	}

	@Override
	public String name() {
		return "pinned-calls";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		Finding finding = this.functions.run(attack, site);
		List<String> through = site.upstream().received();
		if (finding.outcome() == Outcome.ESCAPED || finding.outcome() == Outcome.SKIPPED) {
			return finding;
		}
		if (through.size() != 1 || !through.getFirst().contains(OWN)
				|| through.getFirst().contains(Site.OTHER_ACCOUNT.value())) {
			return Finding.escaped("to the engine came " + FunctionAnswer.brief(through.toString()));
		}
		return new Finding(finding.outcome(),
				finding.detail() + "; the one call that came through had the own account");
	}

}

package academy.coldstart.graders.leastprivilege;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import academy.coldstart.authorization.Decision;
import academy.coldstart.authorization.StatementRef;
import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.LearnerFailure;

/**
 * What somebody could do with the credentials of each function.
 *
 * @param shop the functions
 */
record BlastRadius(Shop shop) {

	private static final int SHOWN = 6;

	/**
	 * Demand that every probe is denied.
	 * @throws LearnerFailure when one is not
	 */
	void requireSmall() {
		List<Hit> hits = new ArrayList<>();
		int probes = 0;
		for (String function : Shop.FUNCTIONS) {
			FunctionRole role = this.shop.role(function);
			List<Probe> all = new Probes(this.shop, function).all();
			probes += all.size();
			for (Probe probe : all) {
				Decision decision = role.probe(probe.action(), probe.resource());
				if (decision.isAllowed()) {
					hits.add(new Hit(function, role.name(), probe, decision));
				}
			}
		}
		if (!hits.isEmpty()) {
			throw failure(hits, probes);
		}
	}

	private LearnerFailure failure(List<Hit> hits, int probes) {
		Hit first = hits.getFirst();
		String others = hits.stream().skip(1).limit(SHOWN).map(Hit::text).collect(Collectors.joining("; "));
		int more = hits.size() - 1 - SHOWN;
		return LearnerFailure
			.because("Whoever steals the credentials of %s could %s: %s on %s is allowed by %s.%s", first.function(),
					first.probe().text(), first.probe().action(), first.probe().resource(), first.statements(),
					others.isEmpty() ? "" : " Also: " + others + ((more > 0) ? "; and " + more + " more." : "."))
			.expected("all %d probes denied", probes)
			.observed("%d of them allowed", hits.size())
			.at(this.shop.run().stack().place(first.role(), "Policies"));
	}

	private record Hit(String function, String role, Probe probe, Decision decision) {

		String statements() {
			return this.decision.statements().stream().map(StatementRef::toString).collect(Collectors.joining(" and "));
		}

		String text() {
			return "%s could %s (%s, by %s)".formatted(this.function, this.probe.text(), this.probe.action(),
					statements());
		}

	}

	/**
	 * Something that no function here has to do.
	 *
	 * @param text what it is, as in "could …"
	 * @param action the action
	 * @param resource the resource
	 */
	record Probe(String text, String action, String resource) {
	}

}

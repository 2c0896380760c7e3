package academy.coldstart.attack;

import java.util.List;

import academy.coldstart.trace.LogLine;

import org.springframework.stereotype.Component;

/**
 * Looks whether a line of a function passes for one of the platform.
 */
@Component
final class ForgedLogDrill implements Drill {

	private static final String FORGED = "RequestId: forged";

	private final FunctionDrill functions;

	ForgedLogDrill(FunctionDrill functions) {
		this.functions = functions;
	}

	@Override
	public String name() {
		return "forged-log";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		int before = site.trace().logs().size();
		Finding finding = this.functions.run(attack, site);
		List<LogLine> lines = site.trace().logs();
		List<LogLine> forged = lines.subList(before, lines.size())
			.stream()
			.filter((line) -> line.text().contains(FORGED))
			.toList();
		if (finding.outcome() == Outcome.ESCAPED || finding.outcome() == Outcome.SKIPPED) {
			return finding;
		}
		if (forged.isEmpty()) {
			return Finding.escaped("the forged lines did not come to the log, so nothing was tried");
		}
		return forged.stream().noneMatch((line) -> line.source() == LogLine.Source.PLATFORM)
				? attack.asExpected(forged.size() + " forged lines stand in the log as lines of the function")
				: Finding.escaped("a line of the function stands in the log as one of the platform");
	}

}

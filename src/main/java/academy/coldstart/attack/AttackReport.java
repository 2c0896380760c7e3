package academy.coldstart.attack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of all attacks.
 *
 * @param results the attacks in their order
 * @param remains what was left of learner programs afterwards
 */
public record AttackReport(List<AttackResult> results, List<String> remains) {

	public AttackReport {
		results = List.copyOf(results);
		remains = List.copyOf(remains);
	}

	/**
	 * Say whether every attack that was made was held, and nothing was left.
	 * @return whether nothing escaped
	 */
	public boolean holds() {
		return this.remains.isEmpty()
				&& this.results.stream().noneMatch((result) -> result.outcome() == Outcome.ESCAPED);
	}

	/**
	 * Count the results.
	 * @return the number of each outcome that there is
	 */
	public Map<Outcome, Long> counts() {
		Map<Outcome, Long> counts = new TreeMap<>();
		this.results.forEach((result) -> counts.merge(result.outcome(), 1L, Long::sum));
		return counts;
	}

}

package academy.coldstart.grading.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradingProgress;

/**
 * Announces a check as soon as every seed has its result.
 */
final class ResultBoard {

	private final List<CheckDefinition> definitions;

	private final List<Long> seeds;

	private final GradingProgress progress;

	private final Map<String, Map<Integer, SeedCheck>> results = new HashMap<>();

	private final Map<String, CheckResult> announced = new LinkedHashMap<>();

	ResultBoard(List<CheckDefinition> definitions, List<Long> seeds, GradingProgress progress) {
		this.definitions = definitions;
		this.seeds = seeds;
		this.progress = progress;
	}

	/**
	 * Note a result. An errored one is not announced, since its run is repeated.
	 * @param seed the position of the seed
	 * @param check the result
	 */
	synchronized void add(int seed, SeedCheck check) {
		Map<Integer, SeedCheck> bySeed = this.results.computeIfAbsent(check.id(), (id) -> new HashMap<>());
		bySeed.put(seed, check);
		if (bySeed.size() == this.seeds.size()) {
			this.definitions.stream()
				.filter((definition) -> definition.id().equals(check.id()))
				.forEach((definition) -> announce(definition, bySeed));
		}
	}

	private void announce(CheckDefinition definition, Map<Integer, SeedCheck> bySeed) {
		List<SeedOutcome> outcomes = bySeed.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new SeedOutcome(this.seeds.get(entry.getKey()), List.of(entry.getValue()), null, null, null,
					null))
			.toList();
		CheckResult result = Verdict.merge(definition, outcomes);
		CheckResult before = this.announced.put(definition.id(), result);
		boolean same = before != null && before.outcome() == result.outcome();
		if (result.outcome() != CheckResult.Outcome.ERRORED && !same) {
			this.progress.checkFinished(result);
		}
	}

}

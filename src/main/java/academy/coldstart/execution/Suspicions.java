package academy.coldstart.execution;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runtimes of which a process ended before it could say anything. Until a trial has
 * shown that they start, nobody knows whether the code of a function was at fault.
 */
final class Suspicions {

	private final Set<Suspect> suspects = ConcurrentHashMap.newKeySet();

	void add(LanguageRuntime language, String runtime) {
		this.suspects.add(new Suspect(language, runtime));
	}

	/**
	 * Try out what is suspected, and forget what starts.
	 * @param trial the trial
	 * @return why a runtime does not start, or empty
	 */
	synchronized Optional<String> confirm(StartTrial trial) {
		for (Suspect suspect : Set.copyOf(this.suspects)) {
			Optional<String> obstacle = trial.obstacle(suspect.language(), suspect.runtime());
			if (obstacle.isPresent()) {
				return obstacle;
			}
			this.suspects.remove(suspect);
		}
		return Optional.empty();
	}

	private record Suspect(LanguageRuntime language, String runtime) {
	}

}

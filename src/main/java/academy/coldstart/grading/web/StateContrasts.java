package academy.coldstart.grading.web;

import java.util.List;
import java.util.Optional;

import academy.coldstart.endstate.EndState;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.RunJson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts what an attempt left behind beside what the reference left, where both were kept.
 */
@Component
class StateContrasts {

	private final Gradings gradings;

	private final ReferenceRuns references;

	StateContrasts(Gradings gradings, ReferenceRuns references) {
		this.gradings = gradings;
		this.references = references;
	}

	/**
	 * Contrast an attempt with a run of the reference.
	 * @param state the attempt
	 * @param key the run of the reference, whose seed is that of the attempt's run
	 * @param passed whether the learner has passed the exercise
	 * @return the contrast, or null when a state was not kept or has nothing in it
	 */
	@Nullable StateContrast of(GradingState state, ReferenceKey key, boolean passed) {
		Optional<EndState> own = find(this.gradings.endState(state.submission()), key.seed());
		Optional<EndState> reference = find(this.references.endState(key), key.seed());
		return own.flatMap((one) -> reference.map((other) -> StateContrast.of(one, other, passed)))
			.filter((contrast) -> !contrast.rows().isEmpty())
			.orElse(null);
	}

	private static Optional<EndState> find(Optional<String> document, long seed) {
		return document.map(RunJson::readStates)
			.orElse(List.of())
			.stream()
			.filter((state) -> state.seed() == seed)
			.findFirst();
	}

}

package academy.coldstart.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.ReferenceState;

/**
 * Runs of reference solutions that go on when a test says so.
 */
public final class ScriptedReferences implements ReferenceRuns {

	private final Map<ReferenceKey, ReferenceState> states = new ConcurrentHashMap<>();

	private volatile boolean all;

	/**
	 * Let everything that was asked for reach a state. What is done has the sample run of
	 * the reference.
	 * @param state the state
	 */
	public void reach(ReferenceState state) {
		this.states.replaceAll((key, before) -> state);
	}

	/**
	 * Forget everything that was asked for.
	 */
	public void forget() {
		this.states.clear();
	}

	/**
	 * Let every run be done without anybody asking.
	 */
	public void haveAll() {
		this.all = true;
	}

	/**
	 * Return what was asked for.
	 * @return the runs
	 */
	public List<ReferenceKey> requested() {
		return List.copyOf(this.states.keySet());
	}

	@Override
	public Optional<ReferenceState> find(ReferenceKey key) {
		return this.all ? Optional.of(ReferenceState.DONE) : Optional.ofNullable(this.states.get(key));
	}

	@Override
	public void request(ReferenceKey key) {
		this.states.merge(key, ReferenceState.WAITING,
				(before, asked) -> (before == ReferenceState.FAULTED) ? asked : before);
	}

	@Override
	public Optional<String> trace(ReferenceKey key) {
		return find(key).filter(ReferenceState.DONE::equals)
			.map((state) -> SampleReports.json(List.of(SampleReports.reference(key.seed()))));
	}

	@Override
	public Optional<String> endState(ReferenceKey key) {
		return find(key).filter(ReferenceState.DONE::equals).map((state) -> SampleStates.reference(key.seed()));
	}

}

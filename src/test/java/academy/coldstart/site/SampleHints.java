package academy.coldstart.site;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.hint.Hints;
import academy.coldstart.hint.OpenedHints;
import academy.coldstart.submission.SubmissionId;
import org.mockito.Mockito;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

/**
 * Opened hints in memory.
 */
public final class SampleHints {

	private final Map<SubmissionId, Map<String, Integer>> steps = new ConcurrentHashMap<>();

	private volatile boolean recording = true;

	/**
	 * Say whether what is opened can be recorded.
	 * @param works whether it can
	 */
	public void recording(boolean works) {
		this.recording = works;
	}

	public Hints asHints() {
		Hints hints = Mockito.mock(Hints.class);
		given(hints.open(any(), any(), anyInt()))
			.willAnswer((call) -> open(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
		given(hints.opened(any())).willAnswer((call) -> opened(call.getArgument(0)));
		given(hints.count(any())).willAnswer((
				call) -> this.steps.values().stream().flatMap((one) -> one.values().stream()).mapToInt((n) -> n).sum());
		return hints;
	}

	private boolean open(SubmissionId submission, String check, int step) {
		Map<String, Integer> known = this.steps.computeIfAbsent(submission, (id) -> new ConcurrentHashMap<>());
		if (step > known.getOrDefault(check, 0) + 1) {
			return false;
		}
		known.merge(check, step, Math::max);
		return true;
	}

	private OpenedHints opened(SubmissionId submission) {
		Map<String, Integer> known = this.steps.getOrDefault(submission, Map.of());
		return new OpenedHints(known, this.recording ? Set.of() : known.keySet());
	}

}

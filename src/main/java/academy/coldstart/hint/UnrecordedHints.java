package academy.coldstart.hint;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.submission.SubmissionId;

import org.springframework.stereotype.Component;

/**
 * Hints that were opened while they could not be recorded, in memory.
 */
@Component
class UnrecordedHints {

	/** The oldest are forgotten beyond that. */
	private static final int MOST = 1000;

	private final List<OpenedHint> hints = new ArrayList<>();

	synchronized void add(OpenedHint hint) {
		if (this.hints.stream().noneMatch(hint::isSame)) {
			this.hints.add(hint);
		}
		if (this.hints.size() > MOST) {
			this.hints.removeFirst();
		}
	}

	synchronized void remove(OpenedHint hint) {
		this.hints.removeIf(hint::isSame);
	}

	synchronized void clear() {
		this.hints.clear();
	}

	synchronized List<OpenedHint> all() {
		return List.copyOf(this.hints);
	}

	List<OpenedHint> of(SubmissionId submission) {
		return all().stream().filter((hint) -> hint.submission().equals(submission)).toList();
	}

}

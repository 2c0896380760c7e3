package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place in a track: one event, or several folded into one. It grows while the track is
 * laid out.
 */
final class Slot {

	private final List<TraceEvent> events = new ArrayList<>();

	private final String key;

	private final double left;

	private double right;

	private boolean uniform = true;

	private EventKind kind;

	Slot(TraceEvent event, double left, double right) {
		this.events.add(event);
		this.key = event.key();
		this.kind = event.kind();
		this.left = left;
		this.right = right;
	}

	List<TraceEvent> events() {
		return List.copyOf(this.events);
	}

	double left() {
		return this.left;
	}

	double right() {
		return this.right;
	}

	EventKind kind() {
		return this.kind;
	}

	boolean isFold() {
		return this.events.size() > 1;
	}

	boolean isEqualTo(Slot other) {
		return this.uniform && other.uniform && this.key.equals(other.key);
	}

	/**
	 * Take another slot in, which begins later.
	 * @param other the other slot
	 */
	void fold(Slot other) {
		this.uniform = isEqualTo(other);
		this.events.addAll(other.events);
		this.right = Math.max(this.right, other.right);
		this.kind = (other.kind.compareTo(this.kind) > 0) ? other.kind : this.kind;
	}

	/**
	 * Return what this may be called.
	 * @return texts, the best first
	 */
	List<String> labels() {
		if (!isFold()) {
			return this.events.getFirst().labels();
		}
		String times = " ×" + this.events.size();
		if (this.uniform) {
			return List.of(this.events.getFirst().name() + times);
		}
		String common = commonWords();
		return common.isEmpty() ? List.of(this.events.size() + " events", times.strip())
				: List.of(common + " …" + times, times.strip());
	}

	/**
	 * Return what happened, for people who cannot see the figure.
	 * @return a sentence
	 */
	String sentence() {
		if (!isFold()) {
			return this.events.getFirst().sentence();
		}
		double end = this.events.stream().mapToDouble(TraceEvent::endMs).max().orElseThrow();
		String when = " from " + Milliseconds.at(this.events.getFirst().startMs()) + " to " + Milliseconds.at(end);
		if (this.uniform) {
			return this.events.size() + " × " + this.events.getFirst().name() + when + ". The first: "
					+ this.events.getFirst().sentence();
		}
		TraceEvent worst = this.events.stream()
			.reduce((one, other) -> (other.kind().compareTo(one.kind()) > 0) ? other : one)
			.orElseThrow();
		return this.events.size() + " events" + when + ". The most serious: " + worst.sentence();
	}

	private String commonWords() {
		return this.events.stream()
			.map(TraceEvent::name)
			.map((label) -> List.of(label.split(" ", -1)))
			.reduce(Slot::common)
			.map((words) -> String.join(" ", words))
			.orElse("");
	}

	private static List<String> common(List<String> one, List<String> other) {
		int length = Math.min(one.size(), other.size());
		return Stream
			.iterate(0, (index) -> index < length && one.get(index).equals(other.get(index)), (index) -> index + 1)
			.map(one::get)
			.toList();
	}

}

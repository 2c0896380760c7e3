package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.timeline.Figure.BackOff;
import academy.coldstart.timeline.Figure.Lane;
import academy.coldstart.timeline.Figure.Mark;

/**
 * Finds the pauses between the attempts of one call, or of one asynchronous event.
 */
final class BackOffs {

	/** More lines than this would hide the marks. */
	private static final int MOST = 60;

	private BackOffs() {
	}

	static List<BackOff> of(List<EventLane> events, List<Lane> drawn) {
		Map<String, Mark> marks = new HashMap<>();
		drawn.forEach(
				(lane) -> lane.marks().forEach((mark) -> mark.events().forEach((event) -> marks.put(event, mark))));
		List<BackOff> backOffs = new ArrayList<>();
		for (List<TraceEvent> attempts : chains(events).values()) {
			for (int index = 1; index < attempts.size() && backOffs.size() < MOST; index++) {
				add(backOffs, mark(marks, attempts.get(index - 1)), mark(marks, attempts.get(index)));
			}
		}
		return List.copyOf(backOffs);
	}

	private static Mark mark(Map<String, Mark> marks, TraceEvent event) {
		return Objects.requireNonNull(marks.get(event.anchor()));
	}

	private static Map<String, List<TraceEvent>> chains(List<EventLane> lanes) {
		Map<String, List<TraceEvent>> chains = new LinkedHashMap<>();
		lanes.stream()
			.flatMap((lane) -> lane.events().stream())
			.sorted(Comparator.comparingDouble(TraceEvent::startMs).thenComparing(TraceEvent::anchor))
			.forEach((event) -> {
				if (event.chain() != null) {
					chains.computeIfAbsent(event.chain(), (chain) -> new ArrayList<>()).add(event);
				}
			});
		return chains;
	}

	private static void add(List<BackOff> backOffs, Mark earlier, Mark later) {
		if (!earlier.equals(later) && earlier.box().right() < later.box().x()) {
			backOffs
				.add(new BackOff(earlier.box().right(), earlier.box().middle(), later.box().x(), later.box().middle()));
		}
	}

}

package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.coldstart.timeline.EventLane.Kind;

/**
 * Lets alike execution environments share a lane when there are many.
 */
final class LaneFolding {

	/** So many environments have a lane each. */
	private static final int EACH = 12;

	/** So many lanes of a kind are drawn at most. */
	private static final int MOST = 14;

	private LaneFolding() {
	}

	static List<EventLane> of(List<EventLane> lanes) {
		List<EventLane> folded = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			List<EventLane> ofKind = lanes.stream().filter((lane) -> lane.kind() == kind).toList();
			folded.addAll(bounded((ofKind.size() > EACH) ? alike(ofKind) : ofKind));
		}
		return folded;
	}

	private static List<EventLane> alike(List<EventLane> lanes) {
		Map<String, List<EventLane>> groups = lanes.stream()
			.collect(Collectors.groupingBy(EventLane::signature, LinkedHashMap::new, Collectors.toList()));
		return groups.values()
			.stream()
			.map((group) -> (group.size() == 1) ? group.getFirst()
					: EventLane.merged(group.getFirst().title() + " + " + (group.size() - 1) + " alike", group))
			.toList();
	}

	private static List<EventLane> bounded(List<EventLane> lanes) {
		if (lanes.size() <= MOST) {
			return lanes;
		}
		List<EventLane> kept = new ArrayList<>(lanes.subList(0, MOST - 1));
		List<EventLane> others = lanes.subList(MOST - 1, lanes.size());
		kept.add(EventLane.merged(others.size() + " more", others));
		return kept;
	}

}

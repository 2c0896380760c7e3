package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import academy.coldstart.timeline.Figure.Label;
import academy.coldstart.timeline.Figure.Lane;
import academy.coldstart.timeline.Figure.Mark;

/**
 * Lays one lane out: tracks below one another, each with a strip for its labels.
 */
final class LaneLayout {

	private static final double PADDING = 7;

	/** Head and line below it need so much. */
	private static final double LEAST = 46;

	private static final double GAP = 6;

	private final TimeScale scale;

	private final double near;

	private final Set<String> evidence;

	private final List<Mark> marks = new ArrayList<>();

	private final List<Label> labels = new ArrayList<>();

	private double y;

	private LaneLayout(TimeScale scale, double near, Set<String> evidence, double top) {
		this.scale = scale;
		this.near = near;
		this.evidence = evidence;
		this.y = top + PADDING;
	}

	/**
	 * Lay a lane out.
	 * @param lane its events
	 * @param scale where moments are
	 * @param near how near equal events may be before they fold
	 * @param evidence the ids of events that a check points at
	 * @param top where it begins
	 * @return the lane
	 */
	static Lane of(EventLane lane, TimeScale scale, double near, Set<String> evidence, double top) {
		LaneLayout layout = new LaneLayout(scale, near, evidence, top);
		List<TraceEvent> life = lane.events().stream().filter((event) -> !event.calls()).toList();
		List<TraceEvent> calls = lane.events().stream().filter(TraceEvent::calls).toList();
		switch (lane.kind()) {
			case GRADER -> layout.add(life, 4, 6, false);
			case ENVIRONMENT -> {
				layout.add(life, 2, 16, false);
				layout.add(calls, 3, 9, true);
			}
			case RESOURCE -> layout.add(calls, 2, 12, true);
		}
		double height = Math.max(LEAST, layout.y + PADDING - GAP - top);
		return new Lane(lane.title(), lane.subtitle(), new Box(0, top, FigureLayout.WIDTH, height), layout.marks,
				layout.labels);
	}

	private void add(List<TraceEvent> events, int mostTracks, double height, boolean labelsBelow) {
		for (List<Slot> track : Tracks.of(events, this.scale, mostTracks, this.near)) {
			LabelStrip above = label(track);
			track.forEach((slot) -> this.marks.add(mark(slot, height)));
			this.y += height + GAP;
			if (labelsBelow) {
				label(above.left());
			}
		}
	}

	private LabelStrip label(List<Slot> slots) {
		LabelStrip strip = LabelStrip.of(slots, (slot) -> slot.kind().isBad() || isEvidence(slot),
				FigureLayout.PLOT_LEFT, FigureLayout.WIDTH - 4.0);
		this.labels.addAll(strip.at(this.y));
		this.y += strip.isEmpty() ? 0 : LabelStrip.HEIGHT;
		return strip;
	}

	private Mark mark(Slot slot, double height) {
		return new Mark(slot.events().stream().map(TraceEvent::anchor).toList(), slot.kind(), slot.sentence(),
				new Box(slot.left(), this.y, slot.right() - slot.left(), height), isEvidence(slot));
	}

	private boolean isEvidence(Slot slot) {
		return slot.events().stream().anyMatch((event) -> this.evidence.contains(event.anchor()));
	}

}

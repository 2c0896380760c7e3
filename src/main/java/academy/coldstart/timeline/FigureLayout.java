package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import academy.coldstart.timeline.Figure.Cut;
import academy.coldstart.timeline.Figure.Lane;

/**
 * Lays a figure out. Where there is too much for it, more and more is folded.
 */
final class FigureLayout {

	/** The width of a figure in pixels. */
	static final int WIDTH = 1040;

	/** Where time begins; the heads of lanes are left of it. */
	static final int PLOT_LEFT = 136;

	/** Equal events fold when they are nearer than this. */
	static final double TOUCHING = 2;

	private static final double[] NEAR = { TOUCHING, 8, 24, 60, 150, 400 };

	private static final int MOST_MARKS = 320;

	/** Marks may reach so far beyond the last moment. */
	private static final int MARGIN = 12;

	private FigureLayout() {
	}

	static Figure of(List<EventLane> events, Set<String> evidence) {
		List<EventLane> lanes = LaneFolding.of(events);
		return of(lanes, evidence, scale(lanes));
	}

	/**
	 * Lay runs out on one scale, so that equal moments stand below one another.
	 * @param runs the lanes of each run
	 * @return the figures
	 */
	static List<Figure> together(List<List<EventLane>> runs) {
		List<List<EventLane>> folded = runs.stream().map(LaneFolding::of).toList();
		TimeScale scale = scale(folded.stream().flatMap(List::stream).toList());
		return folded.stream().map((lanes) -> of(lanes, Set.of(), scale)).toList();
	}

	private static TimeScale scale(List<EventLane> lanes) {
		return TimeScale.of(lanes, PLOT_LEFT, WIDTH - PLOT_LEFT - MARGIN);
	}

	private static Figure of(List<EventLane> lanes, Set<String> evidence, TimeScale scale) {
		List<Lane> drawn = List.of();
		for (double near : NEAR) {
			drawn = lanes(lanes, scale, near, evidence);
			if (drawn.stream().mapToInt((lane) -> lane.marks().size()).sum() <= MOST_MARKS) {
				break;
			}
		}
		double bottom = drawn.isEmpty() ? TimeAxis.HEIGHT : drawn.getLast().box().y() + drawn.getLast().box().height();
		List<Cut> cuts = TimeAxis.cuts(scale);
		return new Figure(WIDTH, (int) Math.ceil(bottom) + 1, PLOT_LEFT, TimeAxis.ticks(scale), cuts, drawn,
				BackOffs.of(lanes, drawn));
	}

	private static List<Lane> lanes(List<EventLane> lanes, TimeScale scale, double near, Set<String> evidence) {
		List<Lane> drawn = new ArrayList<>();
		double top = TimeAxis.HEIGHT;
		for (EventLane lane : lanes) {
			Lane next = LaneLayout.of(lane, scale, near, evidence, top);
			drawn.add(next);
			top += next.box().height();
		}
		return drawn;
	}

}

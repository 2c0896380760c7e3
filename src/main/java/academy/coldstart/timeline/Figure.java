package academy.coldstart.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import academy.coldstart.trace.Trace;

/**
 * What happened in a run, laid out: everything has its place, nothing is drawn yet. Equal
 * traces give equal figures.
 *
 * @param width its width in pixels
 * @param height its height in pixels
 * @param plotLeft where its time begins, right of the heads of the lanes
 * @param ticks the times that the axis names
 * @param cuts the stretches that are drawn shorter than they are
 * @param lanes the lanes from top to bottom
 * @param backOffs the pauses between attempts
 */
public record Figure(int width, int height, int plotLeft, List<Tick> ticks, List<Cut> cuts, List<Lane> lanes,
		List<BackOff> backOffs) {

	public Figure {
		ticks = List.copyOf(ticks);
		cuts = List.copyOf(cuts);
		lanes = List.copyOf(lanes);
		backOffs = List.copyOf(backOffs);
	}

	/**
	 * Lay a run out.
	 * @param trace what happened
	 * @param evidence the ids of rows that a check points at
	 * @return the figure
	 */
	public static Figure of(Trace trace, Set<String> evidence) {
		return FigureLayout.of(EventLanes.of(trace), evidence);
	}

	/**
	 * Lay two runs out on one scale of time: where nothing happens in both of them, both
	 * are cut.
	 * @param first the one
	 * @param second the other
	 * @return both figures
	 */
	public static List<Figure> pair(Trace first, Trace second) {
		return FigureLayout.together(List.of(EventLanes.of(first), EventLanes.of(second)));
	}

	/**
	 * Return all marks from top to bottom, in each lane as they are drawn.
	 * @return the marks
	 */
	public List<Mark> marks() {
		return this.lanes.stream().flatMap((lane) -> lane.marks().stream()).toList();
	}

	/**
	 * Return the kinds of events in the figure.
	 * @return the kinds, as a legend lists them
	 */
	public List<EventKind> kinds() {
		Comparator<EventKind> ordinary = Comparator.naturalOrder();
		return marks().stream()
			.map(Mark::kind)
			.distinct()
			.sorted(Comparator.comparing((EventKind kind) -> kind == EventKind.ENDED)
				.thenComparing((kind) -> kind != EventKind.ACTION)
				.thenComparing(ordinary))
			.toList();
	}

	/**
	 * A lane.
	 *
	 * @param title its head
	 * @param subtitle the line below its head
	 * @param box its place, with the head
	 * @param marks its marks
	 * @param labels the texts at its marks
	 */
	public record Lane(String title, String subtitle, Box box, List<Mark> marks, List<Label> labels) {

		public Lane {
			marks = List.copyOf(marks);
			labels = List.copyOf(labels);
		}

	}

	/**
	 * An event, or several that are folded into one.
	 *
	 * @param events the ids of their rows, the first first
	 * @param kind what it stands for, for a fold the worst
	 * @param sentence what happened
	 * @param box its place
	 * @param evidence whether a check points at it
	 */
	public record Mark(List<String> events, EventKind kind, String sentence, Box box, boolean evidence) {

		public Mark {
			events = List.copyOf(events);
		}

	}

	/**
	 * A text at a mark.
	 *
	 * @param text the text
	 * @param box the room that it needs at most
	 * @param bad whether what it names went wrong
	 */
	public record Label(String text, Box box, boolean bad) {
	}

	/**
	 * A time that the axis names.
	 *
	 * @param x its place
	 * @param label the room of its text
	 */
	public record Tick(double x, Label label) {
	}

	/**
	 * A stretch that is drawn shorter than it is.
	 *
	 * @param left where it begins
	 * @param right where it ends
	 * @param label how long it was, or an empty text where that has no room
	 */
	public record Cut(double left, double right, Label label) {
	}

	/**
	 * The pause between two attempts.
	 *
	 * @param fromX the end of the earlier attempt
	 * @param fromY its height
	 * @param toX the begin of the later attempt
	 * @param toY its height
	 */
	public record BackOff(double fromX, double fromY, double toX, double toY) {
	}

}

package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.timeline.Figure.Mark;

/**
 * A figure made so small that it fits above the checks: what the grader did, the
 * environments and the calls, each on one line.
 *
 * @param width its width in pixels
 * @param height its height in pixels
 * @param strokes what is drawn, harmless things first
 */
public record MiniFigure(int width, int height, List<Stroke> strokes) {

	private static final int HEIGHT = 40;

	public MiniFigure {
		strokes = List.copyOf(strokes);
	}

	/**
	 * Make a figure small.
	 * @param figure the figure
	 * @return a small one on the same scale
	 */
	public static MiniFigure of(Figure figure) {
		List<Stroke> strokes = new ArrayList<>();
		figure.marks()
			.stream()
			.sorted((one, other) -> one.kind().compareTo(other.kind()))
			.map((mark) -> stroke(mark, figure))
			.forEach(strokes::add);
		return new MiniFigure(figure.width(), HEIGHT, strokes);
	}

	private static Stroke stroke(Mark mark, Figure figure) {
		double stretch = figure.width() / (double) (figure.width() - figure.plotLeft());
		double left = (mark.box().x() - figure.plotLeft()) * stretch;
		Box line = line(mark.kind());
		return new Stroke(mark.kind(),
				new Box(left, line.y(), Math.max(2, mark.box().width() * stretch), line.height()), mark.evidence());
	}

	private static Box line(EventKind kind) {
		return switch (kind) {
			case ACTION -> new Box(0, 3, 0, 5);
			case INIT, INVOKE, ENDED -> new Box(0, 12, 0, 12);
			case CALL, DELIVERY, RETRY, DEAD_LETTER -> new Box(0, 28, 0, 6);
			case KILLED, FAILED, TIMED_OUT -> new Box(0, 10, 0, 16);
			case THROTTLE, CALL_FAILED, NO_ANSWER -> new Box(0, 26, 0, 10);
		};
	}

	/**
	 * Something that is drawn.
	 *
	 * @param kind what it stands for
	 * @param box its place
	 * @param evidence whether a check points at it
	 */
	public record Stroke(EventKind kind, Box box, boolean evidence) {

		/**
		 * Return the shape that points at evidence.
		 * @return the commands of a path
		 */
		public String pointer() {
			return "M" + SvgWriter.number(this.box.x() + this.box.width() / 2) + " 35l4 5h-8z";
		}

	}

}

package academy.coldstart.timeline;

import java.util.List;
import java.util.Set;

import academy.coldstart.trace.Trace;

/**
 * A figure on a page.
 *
 * @param svg the figure, drawn
 * @param mini the same, small
 * @param summary what it shows, as a sentence
 * @param details what is known of each mark
 * @param kinds the kinds of events in it
 * @param evidence whether a check points at something in it
 * @param backOffs whether there are pauses between attempts
 * @param cuts whether time is cut somewhere
 */
public record FigureView(String svg, MiniFigure mini, String summary, List<EventDetail> details, List<EventKind> kinds,
		boolean evidence, boolean backOffs, boolean cuts) {

	public FigureView {
		details = List.copyOf(details);
		kinds = List.copyOf(kinds);
	}

	/**
	 * Draw a run.
	 * @param trace what happened
	 * @param evidence the ids of rows that a check points at
	 * @param summary how much happened, as a sentence
	 * @return the figure
	 */
	public static FigureView of(Trace trace, Set<String> evidence, String summary) {
		Figure figure = Figure.of(trace, evidence);
		return new FigureView(FigureSvg.of(figure, "What happened: " + summary), MiniFigure.of(figure), summary,
				EventDetails.of(trace, figure), figure.kinds(), figure.marks().stream().anyMatch(Figure.Mark::evidence),
				!figure.backOffs().isEmpty(), !figure.cuts().isEmpty());
	}

	/**
	 * Return what fills the marks of a kind.
	 * @param kind the kind
	 * @return a reference to its pattern
	 */
	public String fill(EventKind kind) {
		return Patterns.fill(kind);
	}

}

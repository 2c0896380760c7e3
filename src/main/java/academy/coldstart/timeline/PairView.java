package academy.coldstart.timeline;

import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.trace.Trace;

/**
 * Two runs on a page, one below the other, on one scale of time.
 *
 * @param runs both runs
 * @param kinds the kinds of events in them
 * @param backOffs whether there are pauses between attempts
 * @param cuts whether time is cut somewhere
 */
public record PairView(List<Run> runs, List<EventKind> kinds, boolean backOffs, boolean cuts) {

	public PairView {
		runs = List.copyOf(runs);
		kinds = List.copyOf(kinds);
	}

	/**
	 * Draw two runs.
	 * @param first the one
	 * @param firstTitle what it is called
	 * @param second the other
	 * @param secondTitle what that is called
	 * @return the figures
	 */
	public static PairView of(Trace first, String firstTitle, Trace second, String secondTitle) {
		List<Figure> figures = Figure.pair(first, second);
		return new PairView(
				List.of(Run.of("one", firstTitle, first, figures.getFirst()),
						Run.of("two", secondTitle, second, figures.getLast())),
				figures.stream().flatMap((figure) -> figure.kinds().stream()).distinct().toList(),
				figures.stream().anyMatch((figure) -> !figure.backOffs().isEmpty()),
				figures.stream().anyMatch((figure) -> !figure.cuts().isEmpty()));
	}

	/**
	 * Return whether a check points at something: here none does.
	 * @return false
	 */
	public boolean isEvidence() {
		return false;
	}

	/**
	 * Return what fills the marks of a kind.
	 * @param kind the kind
	 * @return a reference to the pattern of a run that has it
	 */
	public String fill(EventKind kind) {
		return this.runs.stream()
			.filter((run) -> run.kinds().contains(kind))
			.findFirst()
			.map((run) -> Patterns.fill(run.prefix(), kind))
			.orElse("none");
	}

	/**
	 * A run.
	 *
	 * @param prefix what its ids begin with
	 * @param title what it is called
	 * @param svg the figure, drawn
	 * @param kinds the kinds of events in it
	 * @param rows the same as a table
	 * @param left how many rows the table does not show
	 */
	public record Run(String prefix, String title, String svg, List<EventKind> kinds, List<TimelineRow> rows,
			int left) {

		private static final int MAX_ROWS = 300;

		public Run {
			kinds = List.copyOf(kinds);
			rows = List.copyOf(rows);
		}

		static Run of(String id, String title, Trace trace, Figure figure) {
			String prefix = id + "-";
			List<TimelineRow> rows = TimelineRows.of(trace);
			return new Run(prefix, title,
					FigureSvg.picture(figure, title + ". The table below says the same in rows.", id), figure.kinds(),
					first(rows).map((row) -> row.within(prefix)).toList(), Math.max(0, rows.size() - MAX_ROWS));
		}

		private static Stream<TimelineRow> first(List<TimelineRow> rows) {
			return rows.stream().limit(MAX_ROWS);
		}

	}

}

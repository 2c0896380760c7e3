package academy.coldstart.grading.web;

import java.util.List;
import java.util.Set;

import academy.coldstart.timeline.FigureView;
import academy.coldstart.timeline.LogGroup;
import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.Trace;

/**
 * What happened in the run with one seed.
 *
 * @param tabs the runs to choose from
 * @param seed the seed of the run
 * @param summary how much happened
 * @param figure what happened, as a figure
 * @param rows the first rows of the timeline
 * @param more the rows after those
 * @param moreOpen whether those are shown unfolded, as a check points at one
 * @param left how many rows only the download has
 * @param logs the log lines by invocation
 * @param logsLeft how many log lines only the download has
 * @param roles what roles were granted and used, where they decided
 */
record RunView(List<SeedTab> tabs, long seed, String summary, FigureView figure, List<TimelineRow> rows,
		List<TimelineRow> more, boolean moreOpen, int left, List<LogGroup> logs, int logsLeft, List<RoleView> roles) {

	/** How many rows are shown unfolded. */
	static final int FIRST_ROWS = 300;

	/** How many rows a page has. */
	static final int MAX_ROWS = 2000;

	RunView {
		tabs = List.copyOf(tabs);
		rows = List.copyOf(rows);
		more = List.copyOf(more);
		logs = List.copyOf(logs);
		roles = List.copyOf(roles);
	}

	static RunView of(Trace trace, List<SeedTab> tabs, Set<String> evidence) {
		List<TimelineRow> all = TimelineRows.of(trace)
			.stream()
			.map((row) -> evidence.contains(row.anchor()) ? row.asEvidence() : row)
			.toList();
		List<TimelineRow> more = all.subList(Math.min(FIRST_ROWS, all.size()), Math.min(MAX_ROWS, all.size()));
		return new RunView(tabs, trace.seed(), summary(trace), FigureView.of(trace, evidence, summary(trace)),
				all.subList(0, Math.min(FIRST_ROWS, all.size())), more, more.stream().anyMatch(TimelineRow::evidence),
				Math.max(0, all.size() - MAX_ROWS), LogGroup.of(trace, evidence),
				Math.max(0, trace.logs().size() - LogGroup.MAX_LINES), RoleViews.of(trace));
	}

	static String summary(Trace trace) {
		return number(trace.environments().size(), "execution environment") + ", "
				+ number(trace.invocations().size(), "invocation") + ", " + number(trace.calls().size(), "AWS call")
				+ ", " + number(trace.logs().size(), "log line") + ".";
	}

	private static String number(int count, String noun) {
		return count + " " + noun + ((count == 1) ? "" : "s");
	}

	/**
	 * A run to choose.
	 *
	 * @param title such as {@code Run 1}
	 * @param href the page with it
	 * @param chosen whether it is shown
	 */
	record SeedTab(String title, String href, boolean chosen) {
	}

}

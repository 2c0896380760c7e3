package academy.coldstart.demonstration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import academy.coldstart.timeline.Figure;
import academy.coldstart.timeline.FigureSvg;
import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.timeline.TimelineRows;

import org.springframework.web.util.HtmlUtils;

/**
 * Writes a recorded run for a lesson.
 */
final class RunFigure {

	private final RecordedRun run;

	RunFigure(RecordedRun run) {
		this.run = run;
	}

	String html(String caption, String id) {
		Figure figure = Figure.of(this.run.trace(), Set.of());
		String svg = FigureSvg.picture(figure, caption + " The table below says the same in rows.", id);
		return """
				<figure class="run-figure">
				<div class="scroller timeline" role="region" tabindex="0" aria-label="Figure of a recorded run, scrolls sideways">%s</div>
				<figcaption>%s <span class="muted">%s</span></figcaption>
				%s</figure>
				"""
			.formatted(svg, escape(caption), escape(origin()), table());
	}

	private String origin() {
		RecordedRun.Program program = this.run.program();
		String said = this.run.message().isEmpty() ? "" : " It said: “" + this.run.message() + "”";
		return "Recorded from the %s of %s, check %s, which %s.%s".formatted(program.name(), program.exercise(),
				this.run.check(), this.run.outcome(), said);
	}

	private String table() {
		List<TimelineRow> rows = TimelineRows.of(this.run.trace());
		return """
				<details><summary>The same as a table</summary>
				<div class="table" role="region" aria-label="Table of the run, scrolls sideways" tabindex="0"><table>
				<thead><tr><th scope="col">At</th><th scope="col">Where</th><th scope="col">What</th><th scope="col">Took</th><th scope="col">Result</th></tr></thead>
				<tbody>
				%s</tbody></table></div>
				</details>
				"""
			.formatted(rows.stream().map(RunFigure::row).collect(Collectors.joining()));
	}

	private static String row(TimelineRow row) {
		String result = (row.status() + " " + row.error()).strip();
		return List
			.of(row.at(), row.environment(), (row.what() + " " + row.resource()).strip(), row.took(),
					result.isEmpty() ? "–" : result)
			.stream()
			.map((cell) -> "<td>" + escape(cell) + "</td>")
			.collect(Collectors.joining("", "<tr>", "</tr>\n"));
	}

	// Nothing but what means something in HTML.
	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}

package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.web.CheckCard.Link;
import academy.coldstart.timeline.Milliseconds;
import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.VisibleText;

/**
 * Knows where on its page the evidence of a report is, and remembers what was pointed at.
 */
final class ReportLinks {

	/** More links than this would hide the check behind its evidence. */
	private static final int MAX_LINKS = 12;

	private final String page;

	private final long shown;

	private final SourceFiles files;

	private final List<Long> seeds;

	/** The anchor of each id of evidence, by seed. */
	private final Map<Long, Map<String, Link>> targets = new HashMap<>();

	private final Set<String> pointed = new HashSet<>();

	ReportLinks(String page, long shown, List<Trace> traces, SourceFiles files) {
		this.page = page;
		this.shown = shown;
		this.files = files;
		this.seeds = traces.stream().map(Trace::seed).toList();
		traces.forEach((trace) -> this.targets.put(trace.seed(), targets(trace)));
	}

	String run(long seed) {
		int index = this.seeds.indexOf(seed);
		return (index >= 0) ? "Run " + (index + 1) + ", seed " + seed : "Seed " + seed;
	}

	Link place(String file, int line) {
		String anchor = SourceView.anchor(this.files, file, line);
		this.pointed.add(anchor);
		return new Link(VisibleText.line(file) + " line " + line, anchor.isEmpty() ? null : "#" + anchor);
	}

	List<Link> evidence(long seed, List<String> ids) {
		Map<String, Link> known = this.targets.getOrDefault(seed, Map.of());
		List<Link> links = new ArrayList<>();
		for (String id : ids) {
			Link target = known.get(id);
			if (target != null && seed == this.shown) {
				this.pointed.add(Objects.requireNonNull(target.href()).substring(1));
			}
			if (target != null && links.size() < MAX_LINKS) {
				links.add((seed == this.shown) ? target
						: new Link(target.text(), this.page + "?seed=" + seed + target.href()));
			}
		}
		return List.copyOf(links);
	}

	/**
	 * Return what the checks point at on this page.
	 * @return ids of elements
	 */
	Set<String> pointed() {
		return Set.copyOf(this.pointed);
	}

	private static Map<String, Link> targets(Trace trace) {
		Map<String, Link> targets = new HashMap<>();
		trace.logs()
			.forEach((line) -> targets.put(line.id(),
					new Link("Log line at " + Milliseconds.at(line.atMs()), "#" + line.id())));
		TimelineRows.of(trace)
			.forEach((row) -> targets.put(row.anchor(), new Link(row.what() + " at " + row.at(), "#" + row.anchor())));
		for (int index = 0; index < trace.invocations().size(); index++) {
			Link row = targets.get(TimelineRows.anchor(index));
			targets.put(trace.invocations().get(index).requestId(), Objects.requireNonNull(row));
		}
		return targets;
	}

}

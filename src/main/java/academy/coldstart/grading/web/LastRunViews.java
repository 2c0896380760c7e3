package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.submission.LastRun;
import academy.coldstart.submission.LastRun.Finding;
import academy.coldstart.submission.LastRun.Glance;
import academy.coldstart.submission.LastRun.Remark;
import academy.coldstart.submission.Submission;
import academy.coldstart.timeline.Figure;
import academy.coldstart.timeline.MiniFigure;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.VisibleText;

/**
 * Makes short views of results.
 */
final class LastRunViews {

	private static final int MOST_REMARKS = 50;

	private final Submission submission;

	private final String page;

	private final GradeReport report;

	private final List<Trace> traces;

	LastRunViews(Submission submission, GradeReport report, List<Trace> traces) {
		this.submission = submission;
		this.page = "/submissions/" + submission.id();
		this.report = report;
		this.traces = List.copyOf(traces);
	}

	/**
	 * Make the view.
	 * @param earlier whether the draft has moved on: lines are other lines then
	 * @return the view
	 */
	LastRun view(boolean earlier) {
		return new LastRun(this.page, Headline.of(this.report), earlier, glance().orElse(null), finding().orElse(null),
				earlier ? List.of() : remarks());
	}

	private Optional<Finding> finding() {
		Problem problem = this.report.problem();
		if (problem != null) {
			String more = (problem.left() > 0)
					? " Beyond the lines named below there are %d more.".formatted(problem.left()) : "";
			return Optional.of(new Finding("Problem", List.of(), phrases(problem.message() + more), this.page));
		}
		return failed().findFirst()
			.map((check) -> new Finding(CheckWord.FAILED.getWord(), phrases(check.title()),
					phrases((check.message() != null) ? check.message() : ""), this.page + "#check-" + check.id()));
	}

	private Optional<Glance> glance() {
		Optional<Trace> shown = failed()
			.flatMap((check) -> this.traces.stream().filter((trace) -> trace.seed() == check.seed()))
			.findFirst()
			.or(() -> this.traces.stream().findFirst());
		return shown
			.map((trace) -> new Glance(MiniFigure.of(Figure.of(trace, evidence(trace))), RunView.summary(trace)));
	}

	private Set<String> evidence(Trace trace) {
		Set<String> evidence = new HashSet<>();
		failed().filter((check) -> check.seed() == trace.seed()).forEach((check) -> evidence.addAll(check.evidence()));
		return evidence;
	}

	private List<Remark> remarks() {
		List<Remark> remarks = new ArrayList<>();
		Problem problem = this.report.problem();
		if (problem != null && problem.file() != null && problem.line() != null) {
			remarks.add(remark(problem.file(), problem.line(), problem.message()));
		}
		if (problem != null) {
			problem.others().forEach((other) -> addTo(remarks, other));
			remarks.sort(Comparator.comparing(Remark::file).thenComparingInt(Remark::line));
		}
		failed().forEach((check) -> {
			CheckResult.Place place = check.place();
			if (place != null && remarks.size() < MOST_REMARKS) {
				remarks.add(remark(place.file(), place.line(), check.title() + " – " + check.message()));
			}
		});
		return remarks;
	}

	private void addTo(List<Remark> remarks, Problem.Other other) {
		if (other.file() != null && other.line() != null) {
			remarks.add(remark(other.file(), other.line(), other.message()));
		}
	}

	private Remark remark(String file, int line, String message) {
		String anchor = SourceView.anchor(this.submission.files(), file, line);
		return new Remark(VisibleText.line(file), line, VisibleText.line(message).replace("`", ""),
				anchor.isEmpty() ? this.page : this.page + "#" + anchor);
	}

	private Stream<CheckResult> failed() {
		return this.report.checks().stream().filter((check) -> check.outcome() == Outcome.FAILED);
	}

	private static List<Phrase> phrases(String text) {
		return Phrase.parse(VisibleText.of(text));
	}

}

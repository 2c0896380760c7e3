package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.web.CheckCard.Link;
import academy.coldstart.grading.web.ReportView.Fact;
import academy.coldstart.grading.web.ReportView.OtherView;
import academy.coldstart.grading.web.ReportView.ProblemView;
import academy.coldstart.grading.web.RunView.SeedTab;
import academy.coldstart.hint.OpenedHints;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Makes report views.
 */
final class ReportViews {

	private static final SourceFiles NO_FILES = SourceFiles.of(Map.of());

	private final String page;

	private final GradeReport report;

	private final @Nullable Exercise exercise;

	private final List<Trace> traces;

	private final OpenedHints hints;

	ReportViews(String page, GradeReport report, @Nullable Exercise exercise, List<Trace> traces, OpenedHints hints) {
		this.page = page;
		this.report = report;
		this.exercise = exercise;
		this.traces = List.copyOf(traces);
		this.hints = hints;
	}

	ReportView view(@Nullable SourceFiles files, @Nullable Long seed) {
		Trace shown = ShownRun.of(this.report, this.traces, seed).orElse(null);
		ReportLinks links = new ReportLinks(this.page, (shown != null) ? shown.seed() : 0, this.traces,
				(files != null) ? files : NO_FILES);
		ProblemView problem = problem(links);
		List<CheckCard> cards = this.report.checks()
			.stream()
			.map((check) -> CheckCard.of(check, links, HintsView.of(check, this.exercise, this.hints, seed)))
			.toList();
		List<CheckCard> passing = cards.stream().filter((card) -> card.word() == CheckWord.PASSED).toList();
		return new ReportView(this.report.outcome() == GradeReport.Outcome.NOT_GRADED, outcome(),
				Verdict.of(this.report, this.exercise), problem, open(cards), passing,
				Counting.checks(passing.size()) + ((passing.size() == 1) ? " passes" : " pass"), facts(),
				(shown != null) ? RunView.of(shown, tabs(shown), links.pointed()) : null,
				(files != null) ? SourceView.of(files, links.pointed()) : null);
	}

	private List<SeedTab> tabs(Trace shown) {
		List<SeedTab> tabs = new ArrayList<>();
		for (Trace trace : this.traces) {
			tabs.add(new SeedTab("Run " + (tabs.size() + 1), this.page + "?seed=" + trace.seed() + "#what-happened",
					trace.seed() == shown.seed()));
		}
		return List.copyOf(tabs);
	}

	private static List<CheckCard> open(List<CheckCard> cards) {
		return Stream.of(CheckWord.FAILED, CheckWord.ERRORED, CheckWord.BLOCKED)
			.flatMap((word) -> cards.stream().filter((card) -> card.word() == word))
			.toList();
	}

	private @Nullable ProblemView problem(ReportLinks links) {
		Problem problem = this.report.problem();
		if (problem == null) {
			return null;
		}
		String title = switch (problem.stage()) {
			case "intake" -> "The files could not be taken in";
			case "package" -> "The code could not be packed";
			case "deploy" -> "The function could not be deployed";
			case "run" -> "The function could not be run";
			default -> "The checks could not run";
		};
		return new ProblemView(title, Phrase.parse(VisibleText.of(problem.message())),
				place(problem.file(), problem.line(), links),
				(problem.raw() != null) ? VisibleText.of(problem.raw()) : null,
				problem.others()
					.stream()
					.map((other) -> new OtherView(Phrase.parse(VisibleText.of(other.message())),
							place(other.file(), other.line(), links)))
					.toList(),
				problem.left());
	}

	private static @Nullable Link place(@Nullable String file, @Nullable Integer line, ReportLinks links) {
		return (file != null) ? links.place(file, (line != null) ? line : 1) : null;
	}

	private String outcome() {
		return switch (this.report.outcome()) {
			case PASSED -> "passed";
			case FAILED -> "failed";
			case NOT_GRADED -> "not-graded";
		};
	}

	private static String protection(GradeReport.IsolationUsed isolation) {
		return isolation.kind().equals("sandbox") ? "sandbox" : VisibleText.of(isolation.description());
	}

	private List<Fact> facts() {
		List<Fact> facts = new ArrayList<>();
		GradeReport.EngineUsed engine = this.report.engine();
		if (engine != null) {
			facts.add(new Fact("Engine", engine.name() + " " + engine.version() + ", " + engine.mode() + " mode"));
		}
		String runtimes = this.traces.stream()
			.flatMap((trace) -> trace.environments().stream())
			.map(ReportViews::runtime)
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
		GradeReport.RuntimeUsed runtime = this.report.runtime();
		if (!runtimes.isEmpty()) {
			facts.add(new Fact("Runtime", runtimes));
		}
		else if (runtime != null) {
			facts.add(new Fact("Runtime", runtime.id() + " (" + runtime.version() + ")"));
		}
		GradeReport.IsolationUsed isolation = this.report.isolation();
		if (isolation != null) {
			facts.add(new Fact("Protection", protection(isolation)));
		}
		facts.add(new Fact("Grading took", String.format(Locale.ROOT, "%.1f s", this.report.durationMs() / 1000.0)));
		facts
			.add(new Fact("Exercise", this.report.exercise().slug() + ", version " + this.report.exercise().version()));
		facts.add(new Fact("Files",
				this.report.submission().files().size() + ", SHA-256 "
						+ this.report.submission()
							.hash()
							.substring(0, Math.min(12, this.report.submission().hash().length()))));
		return List.copyOf(facts);
	}

	private static String runtime(ExecutionEnvironment environment) {
		return environment.runtime()
				+ ((environment.runtimeVersion() != null) ? " (" + environment.runtimeVersion() + ")" : "");
	}

}

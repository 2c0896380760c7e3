package academy.coldstart.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Solution;
import academy.coldstart.grading.BareAccounts;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures how long verdicts take: of every exercise that need not wait and in every
 * language, with one seed and with two, in turn with the bare sequence of the same
 * deployments and invocations.
 */
@Component
@Order(1)
class VerdictBenchmark implements Benchmark {

	private static final List<Long> SEEDS = List.of(41L, 42L);

	/** An exercise that spends most of its time waiting says nothing about speed. */
	private static final long WAITS_FROM_MS = 12_000;

	private final Course course;

	private final Grading grading;

	private final BareAccounts accounts;

	VerdictBenchmark(Course course, Grading grading, BareAccounts accounts) {
		this.course = course;
		this.grading = grading;
		this.accounts = accounts;
	}

	@Override
	public String name() {
		return "verdict";
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		for (Exercise exercise : plan.chosen(this.course.exercises())) {
			for (Language language : exercise.languages().stream().sorted().toList()) {
				Solution solution = this.course.solutions(exercise)
					.stream()
					.filter((candidate) -> candidate.language() == language)
					.min(Comparator.comparing(Solution::name))
					.orElseThrow();
				plan.progress().accept("verdict of " + exercise.slug() + " in " + language.title());
				measure(plan, exercise, solution).forEach(figures);
			}
		}
	}

	private List<Figure> measure(BenchPlan plan, Exercise exercise, Solution solution) throws Exception {
		Verdict first = grade(exercise, solution, SEEDS);
		String what = exercise.id() + " " + exercise.slug() + ", " + solution.language().title();
		if (first.totalMs() >= WAITS_FROM_MS) {
			return List.of(
					Figure.of("verdict of " + what + " (waits by its nature), two seeds",
							Sample.number(first.totalMs() / 1000.0) + " s (n=1)"),
					Figure.of("processor time of " + what + ", two seeds",
							ProcessorTime.medians(List.of(first.used()))));
		}
		Rounds rounds = new Rounds();
		Bare bare = Bare.isPossible(exercise, solution) ? new Bare(first) : null;
		for (int round = 0; round < plan.rounds(); round++) {
			rounds.two.add(grade(exercise, solution, SEEDS));
			if (bare != null) {
				rounds.bare.add(bare.measure(exercise, solution));
			}
			rounds.one.add(grade(exercise, solution, SEEDS.subList(0, 1)));
		}
		return rounds.figures(what, solution.language());
	}

	private Verdict grade(Exercise exercise, Solution solution, List<Long> seeds) {
		FirstCheck heard = new FirstCheck();
		ProcessorTime used = ProcessorTime.now();
		long begin = System.nanoTime();
		GradedRun run = this.grading.grade(new GradingTask(exercise, solution.language(), solution.files(), seeds),
				heard);
		long total = (System.nanoTime() - begin) / 1_000_000;
		if (run.report().outcome() != GradeReport.Outcome.PASSED) {
			throw new IllegalStateException("The solution " + solution.name() + " of " + exercise.slug()
					+ " did not pass: " + run.report().outcome());
		}
		return new Verdict(total, Math.max(0, heard.atNanos.get() - begin) / 1_000_000, ProcessorTime.now().since(used),
				run);
	}

	/**
	 * Remembers when the first check had its result.
	 */
	private static final class FirstCheck implements GradingProgress {

		private final AtomicLong atNanos = new AtomicLong();

		@Override
		public void checkFinished(CheckResult result) {
			this.atNanos.compareAndSet(0, System.nanoTime());
		}

	}

	/**
	 * A verdict and the time it took.
	 *
	 * @param totalMs the time until the report was there
	 * @param firstCheckMs the time until the first check had its result
	 * @param used the processor time that it took
	 * @param run what was graded
	 */
	private record Verdict(long totalMs, long firstCheckMs, ProcessorTime used, GradedRun run) {
	}

	/**
	 * The bare sequence of a verdict that was measured before.
	 */
	private final class Bare {

		private final Verdict model;

		Bare(Verdict model) {
			this.model = model;
		}

		static boolean isPossible(Exercise exercise, Solution solution) {
			return exercise.template() != null && solution.language() != Language.JAVA;
		}

		double measure(Exercise exercise, Solution solution) throws Exception {
			return BareSequence.play(VerdictBenchmark.this.accounts, exercise, solution, this.model.run().traces());
		}

	}

	/**
	 * What was measured in turn.
	 */
	private static final class Rounds {

		private final List<Verdict> one = new ArrayList<>();

		private final List<Verdict> two = new ArrayList<>();

		private final List<Double> bare = new ArrayList<>();

		List<Figure> figures(String what, Language language) {
			double limit = (language == Language.JAVA) ? 4 : 2.5;
			Sample single = seconds(this.one);
			Sample both = seconds(this.two);
			List<Figure> figures = new ArrayList<>();
			figures
				.add(Figure.atMost("verdict of " + what + ", one seed", single.median(), single.text("s"), limit, "s"));
			figures.add(Figure.of("verdict of " + what + ", two seeds", both.text("s")));
			Sample first = new Sample(this.two.stream().map((verdict) -> verdict.firstCheckMs() / 1000.0).toList());
			figures.add(Figure.atMost("first check of " + what, first.median(), first.text("s"), 1.5, "s"));
			if (!this.bare.isEmpty()) {
				Sample bareSeconds = new Sample(this.bare);
				figures.add(Figure.of("bare sequence of " + what + ", two seeds", bareSeconds.text("s")));
				Sample ratio = both.over(bareSeconds);
				figures
					.add(Figure.atMost("verdict ÷ bare sequence of " + what, ratio.median(), ratio.text(""), 1.5, ""));
			}
			figures.add(Figure.of("where the time of " + what + " goes, two seeds", profile()));
			figures.add(Figure.of("processor time of " + what + ", two seeds",
					ProcessorTime.medians(this.two.stream().map(Verdict::used).toList())));
			return figures;
		}

		private static Sample seconds(List<Verdict> verdicts) {
			return new Sample(verdicts.stream().map((verdict) -> verdict.totalMs() / 1000.0).toList());
		}

		private String profile() {
			Map<String, List<Double>> stages = new LinkedHashMap<>();
			for (Verdict verdict : this.two) {
				verdict.run()
					.report()
					.stages()
					.forEach((stage) -> stages.computeIfAbsent(stage.name(), (name) -> new ArrayList<>())
						.add((stage.endMs() - stage.startMs()) / 1000.0));
			}
			return stages.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + " " + Sample.number(new Sample(entry.getValue()).median()) + " s")
				.reduce((left, right) -> left + ", " + right)
				.orElse("");
		}

	}

}

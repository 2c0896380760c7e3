package academy.coldstart.grading.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import academy.coldstart.course.Exercise;
import academy.coldstart.endstate.EndState;
import academy.coldstart.engine.EngineInfo;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Protection;
import academy.coldstart.submission.SubmissionHash;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Grades: prepares once, runs every seed in parallel, repeats a run that the platform
 * spoiled, and writes the report.
 */
@Component
class DefaultGrading implements Grading {

	private static final Logger log = LoggerFactory.getLogger(DefaultGrading.class);

	private final Platform platform;

	private final Packaging packaging;

	private final Isolation isolation;

	private final Clock clock;

	DefaultGrading(Platform platform, Packaging packaging, Isolation isolation, Clock clock) {
		this.platform = platform;
		this.packaging = packaging;
		this.isolation = isolation;
		this.clock = clock;
	}

	@Override
	public GradedRun grade(GradingTask task, GradingProgress progress) {
		Instant startedAt = this.clock.instant();
		Stages stages = new Stages(progress);
		List<SeedOutcome> outcomes = outcomes(task, stages, progress);
		Verdict verdict = Verdict.of(task.exercise().checks(), outcomes);
		List<Trace> traces = outcomes.stream().map(SeedOutcome::trace).filter(Objects::nonNull).toList();
		List<EndState> states = outcomes.stream().map(SeedOutcome::endState).filter(Objects::nonNull).toList();
		return new GradedRun(report(task, startedAt, stages, verdict, engine(outcomes), traces), traces, states);
	}

	private List<SeedOutcome> outcomes(GradingTask task, Stages stages, GradingProgress progress) {
		stages.enter("package");
		Prepared prepared;
		try {
			prepared = Preparation.prepare(task, this.packaging);
		}
		catch (Rejected ex) {
			return all(task, (seed) -> new SeedOutcome(seed, List.of(), ex.problem(), null, null, null));
		}
		catch (RuntimeException ex) {
			log.warn("exercise cannot be graded exercise={}", task.exercise().slug(), ex);
			return all(task,
					(seed) -> new SeedOutcome(seed, List.of(), null, Problems.fault("package", ex), null, null));
		}
		finally {
			stages.leave("package");
		}
		ResultBoard board = new ResultBoard(task.exercise().checks(), task.seeds(), progress);
		return inParallel(task, prepared, stages, board);
	}

	private static List<SeedOutcome> all(GradingTask task, LongFunction<SeedOutcome> outcome) {
		return task.seeds().stream().map((seed) -> outcome.apply(seed)).toList();
	}

	private List<SeedOutcome> inParallel(GradingTask task, Prepared prepared, Stages stages, ResultBoard board) {
		ExecutorService threads = Executors.newFixedThreadPool(task.seeds().size());
		Abandonment abandonment = new Abandonment();
		try {
			List<Future<SeedOutcome>> futures = IntStream.range(0, task.seeds().size())
				.mapToObj((index) -> threads
					.submit(() -> run(() -> new SeedRun(this.platform, prepared, task.seeds().get(index), stages,
							(check) -> board.add(index, check), abandonment), stages, abandonment)))
				.toList();
			List<SeedOutcome> outcomes = new ArrayList<>();
			for (int i = 0; i < futures.size(); i++) {
				outcomes.add(outcome(futures.get(i), task.seeds().get(i)));
			}
			return outcomes;
		}
		finally {
			abandonment.declare();
			threads.shutdownNow();
			threads.close();
		}
	}

	private static SeedOutcome run(Supplier<SeedRun> runs, Stages stages, Abandonment abandonment) {
		SeedOutcome first = runs.get().run();
		Optional<Problem> fault = first.platformFault();
		// Without a lease there is no use in trying again: it was waited for already.
		if (fault.isEmpty() || first.engine() == null || abandonment.isDeclared()) {
			return first;
		}
		log.warn("run is repeated seed={} kind={} message={}", first.seed(), fault.get().kind(), fault.get().message());
		stages.repeat();
		return runs.get().run();
	}

	private static SeedOutcome outcome(Future<SeedOutcome> future, long seed) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			Throwable cause = Objects.requireNonNullElse(ex.getCause(), ex);
			return new SeedOutcome(seed, List.of(), null, Problems.fault("run", cause), null, null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new SeedOutcome(seed, List.of(), null, Problems.fault("run", ex), null, null);
		}
	}

	private static @Nullable EngineInfo engine(List<SeedOutcome> outcomes) {
		return outcomes.stream().map(SeedOutcome::engine).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private GradeReport report(GradingTask task, Instant startedAt, Stages stages, Verdict verdict,
			@Nullable EngineInfo engine, List<Trace> traces) {
		Exercise exercise = task.exercise();
		return new GradeReport(GradeReport.CONTRACT,
				new GradeReport.ExerciseVersion(exercise.slug().value(), exercise.version()),
				new GradeReport.Graded(SubmissionHash.of(task.files()), task.language().id(),
						List.copyOf(task.files().contents().keySet())),
				task.seeds(), verdict.outcome(), verdict.score(), Exercise.PASS_MARK, stages.elapsedMs(), startedAt,
				verdict.problem(), stages.list(), verdict.checks(),
				(engine != null) ? new GradeReport.EngineUsed(engine.name(), engine.version(), engine.mode()) : null,
				RuntimesUsed.find(exercise.handlers().get(task.language()), traces),
				(engine != null) ? isolation() : null, "trace.json");
	}

	private GradeReport.IsolationUsed isolation() {
		Protection protection = this.isolation.protection();
		return new GradeReport.IsolationUsed(protection.kind().toString().toLowerCase(Locale.ROOT),
				protection.accounting().toString().toLowerCase(Locale.ROOT), protection.description());
	}

}

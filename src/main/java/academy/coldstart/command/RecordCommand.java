package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.demonstration.RecordedRun;
import academy.coldstart.demonstration.RecordedRun.Program;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.submission.SubmissionHash;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Records what a check sees of a known program, to be shown in a lesson.
 */
@Command(name = "record", description = "Record a run of a solution or mistake for a lesson, as far as one check goes.")
class RecordCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", paramLabel = "SLUG", description = "The exercise, such as charge-once.")
	private String slug = "";

	@Parameters(index = "1", paramLabel = "PROGRAM", description = "The folder name of the solution or mistake.")
	private String program = "";

	@Parameters(index = "2", paramLabel = "CHECK", description = "The check whose part is kept, such as C1.")
	private String check = "";

	@Parameters(index = "3", paramLabel = "FILE",
			description = "Where to write, such as lessons/NN-slug/runs/name.json.")
	private Path file = Path.of("");

	@Option(names = "--seed", paramLabel = "N", description = "Grade with this seed.")
	private @Nullable Long seed;

	RecordCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() throws IOException {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		try (Workbench workbench = this.coldstart.open(terminal)) {
			Exercise exercise = Choice.exercise(workbench.course(), this.slug);
			Proof proof = proof(workbench.course(), exercise);
			requireCheck(exercise);
			List<Long> seeds = (this.seed != null) ? List.of(this.seed) : List.of(Job.randomSeeds().getFirst());
			GradingTask task = new GradingTask(exercise, proof.language(), proof.files(), seeds);
			GradedRun graded = workbench.grading().grade(task, GradingProgress.NONE);
			ProofResult result = ProofResult.of(proof, List.of(graded.report()));
			if (result.code() != ExitCode.PASSED) {
				terminal.progress("Nothing was recorded, as this run is not what the program is known for:");
				result.complaints().forEach((complaint) -> terminal.progress("  " + Terminal.plain(complaint)));
				result.faults().forEach((fault) -> terminal.progress("  " + Terminal.plain(fault)));
				return result.code().code();
			}
			// Checks that work at the same time cannot be told apart, so this one works
			// alone.
			GradedRun alone = workbench.grading().grade(task.alone(this.check), GradingProgress.NONE);
			if (result(alone).outcome() != result(graded).outcome()) {
				terminal.progress("Nothing was recorded, as check %s alone %s, and with the others %s."
					.formatted(this.check, word(result(alone)), word(result(graded))));
				return ExitCode.NOT_PASSED.code();
			}
			RecordedRun run = recorded(exercise, proof, alone);
			run.write(this.file);
			terminal.result("%s: %s, check %s %s".formatted(this.file, proof.name(), this.check, run.outcome()));
			return ExitCode.PASSED.code();
		}
	}

	private Proof proof(Course course, Exercise exercise) {
		List<Proof> known = Proof.of(course, exercise)
			.stream()
			.filter((proof) -> proof.name().matches("(solution|mistake) .*"))
			.toList();
		return known.stream()
			.filter((proof) -> name(proof).equals(this.program))
			.findFirst()
			.orElseThrow(() -> new BadInput(
					"%s has no solution or mistake named %s.".formatted(exercise.slug(), this.program)
							+ Suggestions.sentence(this.program, known.stream().map(RecordCommand::name).toList())));
	}

	private static String name(Proof proof) {
		return proof.name().substring(proof.name().indexOf(' ') + 1);
	}

	private void requireCheck(Exercise exercise) {
		if (exercise.checks().stream().noneMatch((one) -> one.id().equals(this.check))) {
			throw new BadInput("%s has no check %s.".formatted(exercise.slug(), this.check));
		}
	}

	private RecordedRun recorded(Exercise exercise, Proof proof, GradedRun graded) {
		try {
			return run(exercise, proof, graded);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInput(ex.getMessage() + " Record another check.");
		}
	}

	private RecordedRun run(Exercise exercise, Proof proof, GradedRun graded) {
		CheckResult result = result(graded);
		Trace trace = graded.traces().getFirst();
		Program recorded = new Program(exercise.slug().value(), exercise.version(), proof.name(),
				SubmissionHash.of(proof.files()));
		return RecordedRun.of(recorded, this.check, word(result), Objects.requireNonNullElse(result.message(), ""),
				trace);
	}

	private CheckResult result(GradedRun graded) {
		return graded.report().checks().stream().filter((one) -> one.id().equals(this.check)).findFirst().orElseThrow();
	}

	private static String word(CheckResult result) {
		return result.outcome().name().toLowerCase(Locale.ROOT);
	}

}

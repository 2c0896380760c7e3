package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.xml.stream.XMLStreamException;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Proves graders: runs them on programs whose worth is known.
 */
@Command(name = "verify", description = "Prove graders: starters fail, solutions pass, mistakes fail their checks.")
class VerifyCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(arity = "0..*", paramLabel = "SLUG", description = "The exercises; all of them when none is named.")
	private List<String> slugs = new ArrayList<>();

	@Option(names = "--repeat", paramLabel = "N", description = "Grade each program so many times, with new seeds.")
	private int repeat = 1;

	@Option(names = "--jobs", paramLabel = "N",
			description = "Grade so many programs at a time. More than the machine has processors only pays where programs wait.")
	private int jobs = 1;

	@Option(names = "--language", paramLabel = "LANGUAGE", description = "Only programs in python, node or java.")
	private @Nullable String language;

	@Option(names = "--program", paramLabel = "NAME",
			description = "Only this solution, mistake or other program. May be given several times.")
	private List<String> programs = new ArrayList<>();

	@Option(names = "--reports", paramLabel = "DIR", defaultValue = "target/verify",
			description = "Where to write JUnit XML. Default: ${DEFAULT-VALUE}")
	private Path reports = Path.of("target/verify");

	VerifyCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() throws IOException, XMLStreamException {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		if (this.repeat < 1 || this.jobs < 1) {
			throw new BadInput("--repeat and --jobs need a number from 1.");
		}
		try (Workbench workbench = this.coldstart.open(terminal)) {
			List<Exercise> exercises = this.slugs.isEmpty() ? workbench.course().exercises()
					: this.slugs.stream().map((slug) -> Choice.exercise(workbench.course(), slug)).toList();
			ProofChoice choice = new ProofChoice(this.language, this.programs);
			Grading grading = workbench.grading();
			ExitCode code = ExitCode.PASSED;
			for (Exercise exercise : exercises) {
				code = code.worse(verify(exercise, choice.of(workbench.course(), exercise), grading, terminal));
			}
			return code.code();
		}
	}

	private ExitCode verify(Exercise exercise, List<Proof> proofs, Grading grading, Terminal terminal)
			throws IOException, XMLStreamException {
		terminal.result(exercise.slug() + ": " + exercise.title());
		int width = proofs.stream().mapToInt((proof) -> proof.name().length()).max().orElse(1);
		List<ProofResult> results = new ArrayList<>();
		ExitCode code = ExitCode.PASSED;
		ExecutorService threads = Executors.newFixedThreadPool(this.jobs);
		try {
			for (Future<ProofResult> proving : proofs.stream()
				.map((proof) -> threads.submit(() -> prove(exercise, proof, grading)))
				.toList()) {
				ProofResult result = finished(proving);
				print(result, width, terminal);
				results.add(result);
				code = code.worse(result.code());
			}
		}
		finally {
			threads.shutdownNow();
		}
		long held = results.stream().filter((result) -> result.code() == ExitCode.PASSED).count();
		terminal.result(held + " of " + results.size() + " proofs hold");
		JunitReport.write(this.reports, exercise.slug().value(), results);
		return code;
	}

	private static ProofResult finished(Future<ProofResult> proving) {
		try {
			return proving.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Verifying was interrupted", ex);
		}
	}

	private ProofResult prove(Exercise exercise, Proof proof, Grading grading) {
		List<GradeReport> runs = new ArrayList<>();
		for (int run = 0; run < this.repeat; run++) {
			GradingTask task = new GradingTask(exercise, proof.language(), proof.files(), Job.randomSeeds());
			runs.add(grading.grade(task, GradingProgress.NONE).report());
		}
		return ProofResult.of(proof, runs);
	}

	private static void print(ProofResult result, int width, Terminal terminal) {
		String word = switch (result.code()) {
			case PASSED -> terminal.good("holds");
			case NOT_PASSED, BAD_INPUT -> terminal.bad("broken");
			case PLATFORM_FAULT -> terminal.weak("fault");
		};
		terminal.result(String.format(Locale.ROOT, "  %s  %-" + width + "s  %-7s %7s  %s", word, result.proof().name(),
				result.proof().language().id(), Terminal.seconds(result.millis()), result.verdict()));
		result.complaints().forEach((complaint) -> terminal.result("             " + Terminal.plain(complaint)));
		result.faults().forEach((fault) -> terminal.result("             " + Terminal.plain(fault)));
	}

}

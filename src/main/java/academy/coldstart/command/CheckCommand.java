package academy.coldstart.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.submission.SubmissionHash;
import academy.coldstart.submission.SubmissionRejected;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A learner's own run: the same checks, not counted.
 */
@Command(name = "check", description = "Run the checks on your folder. Nothing is handed in or counted.")
class CheckCommand implements Callable<Integer> {

	private static final Duration GLANCE = Duration.ofMillis(500);

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", paramLabel = "SLUG", description = "The exercise, such as charge-once.")
	private String slug = "";

	@Parameters(index = "1", paramLabel = "DIR", description = "The folder with the handler, or a zip archive of it.")
	private Path folder = Path.of("");

	@Option(names = "--language", paramLabel = "L", description = "python, node or java; found by the handler file.")
	private @Nullable String language;

	@Option(names = "--watch", description = "Check again whenever a file changes, until Ctrl+C.")
	private boolean watch;

	CheckCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		try (Workbench workbench = this.coldstart.open(terminal)) {
			Exercise exercise = Choice.exercise(workbench.course(), this.slug);
			return this.watch ? watch(workbench, exercise)
					: check(workbench, Job.read(workbench, exercise, this.language, this.folder)).code();
		}
	}

	private ExitCode check(Workbench workbench, Job job) {
		Grading grading = workbench.grading();
		GradeReport report = grading.grade(job.task(List.of()), GradingProgress.NONE).report();
		workbench.terminal().result("Not counted: " + job.title());
		new ReportPrinter(workbench.terminal()).print(report);
		return Job.code(report);
	}

	private int watch(Workbench workbench, Exercise exercise) {
		String seen = "";
		ExitCode code = ExitCode.PASSED;
		while (!Thread.currentThread().isInterrupted()) {
			String now = state(workbench, exercise);
			if (!now.equals(seen)) {
				seen = now;
				code = checkAsItIs(workbench, exercise);
				workbench.terminal().progress("Waiting for a change in " + this.folder + " (Ctrl+C ends)");
			}
			if (!pause()) {
				break;
			}
		}
		return code.code();
	}

	private ExitCode checkAsItIs(Workbench workbench, Exercise exercise) {
		try {
			return check(workbench, Job.read(workbench, exercise, this.language, this.folder));
		}
		catch (SubmissionRejected | BadInput ex) {
			workbench.terminal().progress(String.valueOf(ex.getMessage()));
			return ExitCode.BAD_INPUT;
		}
	}

	private String state(Workbench workbench, Exercise exercise) {
		// Network drives, and editors that write beside the file, don't send events
		// reliably.
		try {
			Job job = Job.read(workbench, exercise, this.language, this.folder);
			return SubmissionHash.of(job.files());
		}
		catch (SubmissionRejected | BadInput ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(GLANCE);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

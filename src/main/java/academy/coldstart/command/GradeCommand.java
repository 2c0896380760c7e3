package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import academy.coldstart.course.Exercise;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.RunJson;
import academy.coldstart.submission.SubmissionRejected;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Grades folders and archives, one after the other, on one engine.
 */
@Command(name = "grade", description = "Grade one folder or zip archive, or several; or what is in a bundle.")
class GradeCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", arity = "0..1", paramLabel = "SLUG", description = "The exercise, such as charge-once.")
	private String slug = "";

	@Parameters(index = "1..*", arity = "0..*", paramLabel = "DIR",
			description = "A folder with the handler, or a zip archive of it.")
	private List<Path> folders = new ArrayList<>();

	@Option(names = "--language", paramLabel = "L", description = "python, node or java; found by the handler file.")
	private @Nullable String language;

	@Option(names = "--seed", paramLabel = "N",
			description = "Grade with this seed only, to see again what a report says. May be given twice.")
	private List<Long> seeds = new ArrayList<>();

	@Option(names = "--json", paramLabel = "FILE", description = "Write report.json here. One folder, one run.")
	private @Nullable Path json;

	@Option(names = "--trace", paramLabel = "FILE", description = "Write trace.json here. One folder, one run.")
	private @Nullable Path trace;

	@Option(names = "--end-state", paramLabel = "FILE",
			description = "Write end-state.json here: what was left in tables, queues and buckets.")
	private @Nullable Path endState;

	@Option(names = "--repeat", paramLabel = "N", description = "Grade each folder so many times.")
	private int repeat = 1;

	@Option(names = "--bundle", paramLabel = "FILE",
			description = "Grade what a downloaded bundle holds, with its seeds, and compare with the verdict in it.")
	private @Nullable Path bundle;

	GradeCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() throws IOException {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		requireConsistent();
		try (Workbench workbench = this.coldstart.open(terminal)) {
			if (this.bundle != null) {
				return replay(workbench, this.bundle).code();
			}
			Exercise exercise = Choice.exercise(workbench.course(), this.slug);
			List<Job> jobs = new ArrayList<>();
			ExitCode code = read(workbench, exercise, jobs);
			Grading grading = jobs.isEmpty() ? null : grading(workbench, jobs);
			for (Job job : jobs) {
				code = (grading != null) ? code.worse(grade(job, grading, terminal)) : code;
			}
			return code.code();
		}
	}

	private ExitCode replay(Workbench workbench, Path file) throws IOException {
		Replay replay = Replay.read(workbench, file);
		GradedRun run = replay.run(workbench.grading(), workbench.terminal());
		write(run);
		return Job.code(run.report());
	}

	private Grading grading(Workbench workbench, List<Job> jobs) throws IOException {
		try {
			return workbench.grading();
		}
		catch (EngineUnavailable ex) {
			if (writesFiles()) {
				// Whoever waits for a report gets one, which says not-graded and why.
				write(workbench.gradingAsItIs().grade(jobs.getFirst().task(this.seeds), GradingProgress.NONE));
			}
			throw ex;
		}
	}

	private void requireConsistent() {
		if (this.bundle != null) {
			if (!this.slug.isEmpty() || this.language != null || !this.seeds.isEmpty() || this.repeat != 1) {
				throw new BadInput("--bundle brings the exercise, the files, the language and the seeds with it: "
						+ "name it without them, and without --repeat.");
			}
			return;
		}
		if (this.slug.isEmpty() || this.folders.isEmpty()) {
			throw new BadInput(
					"Name an exercise and a folder, such as grade charge-once my-folder; or a bundle, with --bundle.");
		}
		if (this.repeat < 1) {
			throw new BadInput("--repeat needs a number from 1.");
		}
		if (writesFiles() && (this.folders.size() > 1 || this.repeat > 1)) {
			throw new BadInput("--json, --trace and --end-state take one folder and one run.");
		}
	}

	private boolean writesFiles() {
		return this.json != null || this.trace != null || this.endState != null;
	}

	private ExitCode read(Workbench workbench, Exercise exercise, List<Job> jobs) {
		ExitCode code = ExitCode.PASSED;
		for (Path folder : this.folders) {
			try {
				jobs.add(Job.read(workbench, exercise, this.language, folder));
			}
			catch (SubmissionRejected | BadInput ex) {
				workbench.terminal().progress(folder + ": " + ex.getMessage());
				code = ExitCode.BAD_INPUT;
			}
		}
		return code;
	}

	private ExitCode grade(Job job, Grading grading, Terminal terminal) throws IOException {
		ExitCode code = ExitCode.PASSED;
		for (int run = 1; run <= this.repeat; run++) {
			GradedRun graded = grading.grade(job.task(this.seeds), GradingProgress.NONE);
			terminal.result(((this.repeat > 1) ? "Run " + run + " of " + this.repeat + ": " : "") + job.title());
			new ReportPrinter(terminal).print(graded.report());
			terminal.result("");
			write(graded);
			code = code.worse(Job.code(graded.report()));
		}
		return code;
	}

	private void write(GradedRun graded) throws IOException {
		if (this.json != null) {
			Files.writeString(this.json, RunJson.writeIndented(graded.report()));
		}
		if (this.trace != null) {
			Files.writeString(this.trace, RunJson.write(graded.traces()));
		}
		if (this.endState != null) {
			Files.writeString(this.endState, RunJson.writeStates(graded.states()));
		}
	}

}

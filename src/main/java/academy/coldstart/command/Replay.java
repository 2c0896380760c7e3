package academy.coldstart.command;

import java.nio.file.Files;
import java.nio.file.Path;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.BundleManifest;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.grading.ReceivedBundle;
import academy.coldstart.submission.AcceptedFiles;
import academy.coldstart.submission.SubmissionHash;

import org.springframework.core.io.FileSystemResource;

/**
 * Grades what is in a bundle once more: the same files, with the same seeds.
 *
 * @param bundle the bundle
 * @param task what to grade
 */
record Replay(ReceivedBundle bundle, GradingTask task) {

	static Replay read(Workbench workbench, Path file) {
		if (!Files.isRegularFile(file)) {
			throw new BadInput("There is no bundle " + file + ". A bundle is a zip archive that the page of an attempt "
					+ "hands out under “This check is wrong”.");
		}
		ReceivedBundle bundle = ReceivedBundle.read(new FileSystemResource(file));
		GradeReport report = bundle.report();
		Exercise exercise = Choice.exercise(workbench.course(), report.exercise().slug());
		AcceptedFiles files = workbench.intake()
			.read(exercise, Choice.named(exercise, report.submission().language()), bundle.files());
		if (!SubmissionHash.of(files.files()).equals(report.submission().hash())) {
			throw new BadInput(
					"The files in the bundle are not those that its report is about: one of them was changed. "
							+ "Grade them as a folder instead.");
		}
		return new Replay(bundle, new GradingTask(exercise, Choice.named(exercise, report.submission().language()),
				files.files(), report.seeds()));
	}

	/**
	 * Grade, and print both verdicts.
	 * @param grading what grades
	 * @param terminal where they are printed
	 * @return the run of now
	 */
	GradedRun run(Grading grading, Terminal terminal) {
		announce(terminal);
		GradedRun run = grading.grade(this.task, GradingProgress.NONE);
		new VerdictsPrinter(terminal).print(this.bundle.report(), run.report());
		return run;
	}

	private void announce(Terminal terminal) {
		BundleManifest manifest = this.bundle.manifest();
		terminal
			.result(Terminal.plain(this.task.exercise().slug() + " (" + this.task.language().title() + ")  a bundle of "
					+ manifest.madeAt() + ", made by Coldstart " + manifest.coldstart() + " on " + manifest.system()));
		terminal.result(Terminal.plain("  said to be wrong: check " + manifest.check()
				+ (manifest.reason().isBlank() ? ", without a reason" : "\n    " + indented(manifest.reason()))));
		int then = this.bundle.report().exercise().version();
		int now = this.task.exercise().version();
		if (then != now) {
			terminal.result("  The exercise had version " + then + " then and has version " + now
					+ " now: what differs may come from that.");
		}
		if (!manifest.coldstart().equals(BundleManifest.version())) {
			terminal.result("  This is Coldstart " + BundleManifest.version() + ".");
		}
		terminal.result("");
	}

	private static String indented(String text) {
		return text.replace("\n", "\n    ");
	}

}

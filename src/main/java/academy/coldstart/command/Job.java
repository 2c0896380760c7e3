package academy.coldstart.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.submission.AcceptedFiles;
import academy.coldstart.submission.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A folder or an archive to grade.
 *
 * @param exercise the exercise
 * @param language the language
 * @param folder the folder or the archive
 * @param files its files
 * @param ignored what was left out
 */
record Job(Exercise exercise, Language language, Path folder, SourceFiles files, List<String> ignored) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static Job read(Workbench workbench, Exercise exercise, @Nullable String named, Path folder) {
		Upload upload = Upload.of(folder);
		Language language = Choice.language(exercise, named, folder,
				() -> workbench.intake().recognize(exercise, upload));
		AcceptedFiles accepted = workbench.intake().read(exercise, language, upload);
		return new Job(exercise, language, folder, accepted.files(), accepted.ignored());
	}

	/**
	 * Return what to grade.
	 * @param seeds the seeds to use, or none for two random ones
	 * @return the task
	 */
	GradingTask task(List<Long> seeds) {
		return new GradingTask(this.exercise, this.language, this.files, seeds.isEmpty() ? randomSeeds() : seeds);
	}

	/**
	 * Say what is graded.
	 * @return a line, or two when something was left out
	 */
	String title() {
		String left = this.ignored.isEmpty() ? "" : "\n  left out: " + String.join(", ", this.ignored);
		return Terminal.plain(this.exercise.slug() + " (" + this.language.title() + ")  " + this.folder + left);
	}

	static List<Long> randomSeeds() {
		return List.of(RANDOM.nextLong(1, 1_000_000_000), RANDOM.nextLong(1, 1_000_000_000));
	}

	static ExitCode code(GradeReport report) {
		return switch (report.outcome()) {
			case PASSED -> ExitCode.PASSED;
			case FAILED -> ExitCode.NOT_PASSED;
			case NOT_GRADED -> ExitCode.PLATFORM_FAULT;
		};
	}

}

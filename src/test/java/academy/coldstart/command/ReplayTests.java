package academy.coldstart.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import academy.coldstart.command.CommandRun.World;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.BundleManifest;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.ExerciseVersion;
import academy.coldstart.grading.GradeReport.Graded;
import academy.coldstart.grading.RunBundle;
import academy.coldstart.submission.SubmissionHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTests {

	private static final String FAILING = "# C1 failed: Order o-17 was charged 3 times.\n";

	@TempDir
	private Path directory;

	private final World world = new World();

	@Test
	void gradesTheSameFilesWithTheSameSeeds() throws IOException {
		assertThat(replay(bundle(FAILING, "Twice is\u001b[2J fine"))).isEqualTo(1);
		assertThat(this.world.grading.tasks).singleElement().satisfies((task) -> {
			assertThat(task.seeds()).containsExactly(8841L, 20_517L);
			assertThat(task.files().text("handler.py")).isEqualTo(FAILING);
		});
		assertThat(this.world.out()).contains("said to be wrong: check C1", "Twice is\uFFFD[2J fine")
			.containsPattern("C1 +failed +failed +same")
			.containsPattern("C2 +passed +passed +same")
			.containsPattern("verdict +failed, 40 +failed, 40 +same")
			.contains("Every check and the verdict are the same as then.")
			.doesNotContain("\u001b", "The exercise had version");
	}

	@Test
	void saysWhichCheckDiffers() throws IOException {
		assertThat(replay(bundle("# fine\n", ""))).isZero();
		assertThat(this.world.out()).containsPattern("C1 +failed +passed +differs")
			.contains("then: Order o-17 was charged 3 times.", "Different from then: C1.", "without a reason");
	}

	@Test
	void saysThatTheExerciseHasAnotherVersionNow() throws IOException {
		replay(bundle(files(FAILING), SubmissionHash.of(files(FAILING)), "charge-once", 2));
		assertThat(this.world.out()).contains("The exercise had version 2 then and has version 3 now");
	}

	@Test
	void saysThatNothingCanBeSaidAfterAFault() throws IOException {
		assertThat(replay(bundle("# fault: The engine crashed.\n", ""))).isEqualTo(3);
		assertThat(this.world.out()).contains("now: The engine crashed.", "nothing can be said");
	}

	@Test
	void refusesFilesThatAreNotThoseOfTheReport() throws IOException {
		assertThat(replay(bundle(files("# fine\n"), SubmissionHash.of(files(FAILING)), "charge-once", 3))).isEqualTo(2);
		assertThat(this.world.err()).contains("one of them was changed");
		assertThat(this.world.grading.tasks).isEmpty();
	}

	@Test
	void knowsNoExercisesBeyondTheCourse() throws IOException {
		assertThat(replay(bundle(files(FAILING), SubmissionHash.of(files(FAILING)), "../other", 3))).isEqualTo(2);
		assertThat(this.world.err()).contains("There is no exercise named ../other.");
	}

	@Test
	void takesABundleInsteadOfFolders() throws IOException {
		Path bundle = bundle(FAILING, "");
		assertThat(this.world.run("grade", "charge-once", "--bundle", bundle.toString())).isEqualTo(2);
		assertThat(this.world.run("grade", "--bundle", bundle.toString(), "--seed", "7")).isEqualTo(2);
		assertThat(this.world.run("grade", "charge-once")).isEqualTo(2);
		assertThat(replay(this.directory.resolve("none.zip"))).isEqualTo(2);
		assertThat(this.world.err()).contains("--bundle brings the exercise", "There is no bundle",
				"Name an exercise and a folder");
	}

	@Test
	void writesTheReportOfNow() throws IOException {
		Path json = this.directory.resolve("report.json");
		this.world.run("grade", "--bundle", bundle(FAILING, "").toString(), "--json", json.toString());
		assertThat(json).content().contains("\"outcome\" : \"failed\"");
	}

	private int replay(Path bundle) {
		return this.world.run("grade", "--bundle", bundle.toString());
	}

	private Path bundle(String handler, String reason) throws IOException {
		SourceFiles files = files(handler);
		return write(files, report(SubmissionHash.of(files), "charge-once", 3), reason);
	}

	private Path bundle(SourceFiles files, String hash, String exercise, int version) throws IOException {
		return write(files, report(hash, exercise, version), "");
	}

	private Path write(SourceFiles files, GradeReport report, String reason) throws IOException {
		Path bundle = this.directory.resolve("bundle.zip");
		try (OutputStream out = Files.newOutputStream(bundle)) {
			new RunBundle(BundleManifest.of("C1", reason, report, Instant.EPOCH), files, report, "").write(out);
		}
		return bundle;
	}

	private static GradeReport report(String hash, String exercise, int version) {
		return new GradeReport(GradeReport.CONTRACT, new ExerciseVersion(exercise, version),
				new Graded(hash, "python", List.of("handler.py")), List.of(8841L, 20_517L), GradeReport.Outcome.FAILED,
				40, 70, 2400, Instant.EPOCH, null, List.of(),
				List.of(check("C1", 60, CheckResult.Outcome.FAILED, "Order o-17 was charged 3 times."),
						check("C2", 40, CheckResult.Outcome.PASSED, null)),
				null, null, "trace.json");
	}

	private static CheckResult check(String id, int points, CheckResult.Outcome outcome, @Nullable String message) {
		return new CheckResult(id, "Holds", id.equals("C1"), (outcome == CheckResult.Outcome.PASSED) ? points : 0,
				points, outcome, message, null, null, 8841, null, null, List.of(), 10);
	}

	private static SourceFiles files(String handler) {
		return CommandRun.files(handler);
	}

}

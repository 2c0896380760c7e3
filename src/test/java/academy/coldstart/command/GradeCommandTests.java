package academy.coldstart.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.command.CommandRun.World;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.RunJson;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GradeCommandTests {

	@TempDir
	private Path directory;

	private Path good;

	private Path bad;

	private final World world = new World();

	@BeforeEach
	void folders() throws IOException {
		this.good = folder("good", "# fine\n");
		this.bad = folder("bad", "# C1 failed: Order o-17 was charged 3 times, at 0.41 s, 0.44 s and 0.47 s.\n");
	}

	@Test
	void saysThatAFolderPassed() {
		assertThat(this.world.run("grade", "charge-once", this.good.toString())).isZero();
		assertThat(this.world.out()).contains("charge-once (Python)")
			.contains("passed  C1")
			.contains("60 of  60 points")
			.contains("passed  with 100 of 100 points (2.4 s, seeds ")
			.contains("LocalStack 4.14.0 (host), python3.13 (Python 3.13.0)");
		assertThat(this.world.err()).isEmpty();
	}

	@Test
	void saysWhatFailedWithoutHintsAndColours() {
		assertThat(this.world.run("grade", "charge-once", this.bad.toString())).isEqualTo(1);
		assertThat(this.world.out()).contains("failed  C1")
			.contains("Order o-17 was charged 3 times, at 0.41 s, 0.44 s and 0.47 s.")
			.contains("expected   1 charge")
			.contains("observed   3 charges")
			.contains("look at    handler.py:12")
			.contains("not passed: 40 of 100 points, 70 are needed, and C1 ")
			.doesNotContain("\u001b")
			.doesNotContain("hint");
	}

	@Test
	void returnsTheWorstOfSeveralFolders() throws IOException {
		Path fault = folder("fault", "# fault: The engine crashed.\n");
		Path empty = Files.createDirectory(this.directory.resolve("empty"));
		assertThat(this.world.run("grade", "charge-once", this.good.toString(), this.bad.toString())).isEqualTo(1);
		assertThat(this.world.run("grade", "charge-once", this.bad.toString(), empty.toString(), this.good.toString()))
			.isEqualTo(2);
		assertThat(this.world.run("grade", "charge-once", empty.toString(), fault.toString())).isEqualTo(3);
		assertThat(this.world.out()).contains("The engine crashed.").contains("Coldstart failed, not the submission");
		assertThat(this.world.err()).contains("empty: There are no files");
	}

	@Test
	void suggestsExercisesForAnUnknownName() {
		assertThat(this.world.run("grade", "charge-onec", this.good.toString())).isEqualTo(2);
		assertThat(this.world.err()).contains("There is no exercise named charge-onec. Did you mean charge-once?")
			.doesNotContain("\tat ");
		assertThat(this.world.prepared).hasValue(0);
	}

	@Test
	void suggestsExercisesForAnIdAndForAPart() {
		assertThat(this.world.run("grade", "e05", this.good.toString())).isEqualTo(2);
		assertThat(this.world.run("grade", "larkspur", this.good.toString())).isEqualTo(2);
		assertThat(this.world.run("grade", "xyz", this.good.toString())).isEqualTo(2);
		assertThat(this.world.err()).contains("Did you mean charge-once?")
			.contains("Did you mean hello-larkspur?")
			.contains("There are: charge-once, hello-larkspur.");
	}

	@Test
	void namesTheLanguagesForAnUnknownOne() {
		assertThat(this.world.run("grade", "charge-once", this.good.toString(), "--language", "pyhton")).isEqualTo(2);
		assertThat(this.world.run("grade", "charge-once", this.good.toString(), "--language=cobol")).isEqualTo(2);
		assertThat(this.world.err()).contains("no language pyhton. Did you mean python?")
			.contains("no language cobol. There are: python.");
	}

	@Test
	void findsTheLanguageByTheHandlerFile() throws IOException {
		assertThat(this.world.run("grade", "hello-larkspur", this.good.toString())).isZero();
		assertThat(this.world.out()).contains("hello-larkspur (Python)");
		Path neither = folder("neither", "");
		Files.move(neither.resolve("handler.py"), neither.resolve("app.py"));
		assertThat(this.world.run("grade", "hello-larkspur", neither.toString())).isEqualTo(2);
		assertThat(this.world.err()).contains("Name it with --language: python, node.");
	}

	@Test
	void rejectsAMissingFolderAndAMissingHandler() throws IOException {
		assertThat(this.world.run("grade", "charge-once", this.directory.resolve("none").toString())).isEqualTo(2);
		Files.move(this.good.resolve("handler.py"), this.good.resolve("app.py"));
		assertThat(this.world.run("grade", "charge-once", this.good.toString())).isEqualTo(2);
		assertThat(this.world.err()).contains("There is no folder").contains("needs the file handler.py");
	}

	@Test
	void gradesAnArchive() throws IOException {
		Path archive = zip("hello-larkspur/handler.py", "# fine\n");
		assertThat(this.world.run("grade", "hello-larkspur", archive.toString())).isZero();
		assertThat(this.world.out()).contains("hello-larkspur (Python)").contains("work.zip");
		assertThat(this.world.grading.tasks.getFirst().files().contents()).containsOnlyKeys("handler.py");
	}

	@Test
	void saysWhatIsWrongWithAnArchive() throws IOException {
		assertThat(this.world.run("grade", "charge-once", zip("../handler.py", "# fine\n").toString())).isEqualTo(2);
		Path broken = Files.writeString(this.directory.resolve("broken.zip"), "PK");
		assertThat(this.world.run("check", "charge-once", broken.toString())).isEqualTo(2);
		assertThat(this.world.err()).contains("\"../handler.py\" leads outside the exercise's folder")
			.contains("The zip archive can't be read");
	}

	@Test
	void usesTheSeedsItIsGiven() {
		this.world.run("grade", "charge-once", this.good.toString(), "--seed", "7");
		this.world.run("grade", "charge-once", this.good.toString(), "--seed", "7", "--seed", "8");
		this.world.run("grade", "charge-once", this.good.toString());
		assertThat(this.world.grading.tasks.get(0).seeds()).containsExactly(7L);
		assertThat(this.world.grading.tasks.get(1).seeds()).containsExactly(7L, 8L);
		assertThat(this.world.grading.tasks.get(2).seeds()).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void repeatsWithNewSeeds() {
		assertThat(this.world.run("grade", "charge-once", this.good.toString(), "--repeat", "3")).isZero();
		assertThat(this.world.grading.tasks).hasSize(3).doesNotHaveDuplicates();
		assertThat(this.world.out()).contains("Run 3 of 3: charge-once");
		assertThat(this.world.run("grade", "charge-once", this.good.toString(), "--repeat", "0")).isEqualTo(2);
	}

	@Test
	void writesReportAndTrace() throws IOException {
		Path json = this.directory.resolve("report.json");
		Path trace = this.directory.resolve("trace.json");
		Path state = this.directory.resolve("end-state.json");
		int code = this.world.run("grade", "charge-once", this.bad.toString(), "--json", json.toString(), "--trace",
				trace.toString(), "--end-state", state.toString());
		assertThat(code).isEqualTo(1);
		assertThat(RunJson.readReport(Files.readString(json)).outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(trace).hasContent("{\"runs\":[]}");
		assertThat(state).hasContent("{\"runs\":[]}");
		assertThat(this.world.run("grade", "charge-once", this.bad.toString(), this.good.toString(), "--json",
				json.toString()))
			.isEqualTo(2);
	}

	@Test
	void tellsHowFarTheEngineIs() {
		this.world.statuses.add(new EngineStatus(EngineStatus.State.INSTALLING, "Installing: 1 of 2.", List.of()));
		this.world.statuses.add(new EngineStatus(EngineStatus.State.INSTALLING, "Installing: 1 of 2.", List.of()));
		this.world.statuses.add(new EngineStatus(EngineStatus.State.STARTING, "Starting.", List.of()));
		assertThat(this.world.run("grade", "charge-once", this.good.toString())).isZero();
		assertThat(this.world.err()).containsSubsequence("Installing: 1 of 2.", "Starting.")
			.containsOnlyOnce("Installing: 1 of 2.");
		assertThat(this.world.prepared).hasValue(1);
	}

	@Test
	void saysWhatToDoWhenTheEngineCannotWork() {
		this.world.statuses.add(new EngineStatus(EngineStatus.State.UNAVAILABLE, "There is no Python 3.12 or newer.",
				List.of("Install python3.13.")));
		assertThat(this.world.run("grade", "charge-once", this.good.toString())).isEqualTo(3);
		assertThat(this.world.err()).isEqualToIgnoringNewLines("There is no Python 3.12 or newer.Install python3.13.");
	}

	@Test
	void keepsTheTerminalSafeFromMessages() throws IOException {
		Path nasty = folder("nasty", "# C1 failed: \u001b[2J\u0007 gone\tnow\n");
		this.world.run("grade", "charge-once", nasty.toString());
		assertThat(this.world.out()).contains("\uFFFD[2J\uFFFD gone\tnow")
			.doesNotContain("\u001b")
			.doesNotContain("\u0007");
	}

	@Test
	void explainsTheUseOfACommand() {
		assertThat(this.world.run("grade", "--help")).isZero();
		assertThat(this.world.out()).contains("SLUG").contains("--language");
		assertThat(this.world.run("grade")).isEqualTo(2);
		assertThat(this.world.run("grrade")).isEqualTo(2);
		assertThat(this.world.err()).contains("Did you mean: coldstart grade?");
	}

	@Test
	void checksWithoutCounting() {
		assertThat(this.world.run("check", "charge-once", this.bad.toString())).isEqualTo(1);
		assertThat(this.world.out()).contains("Not counted: charge-once (Python)").contains("was charged 3 times");
	}

	@Test
	void checksAgainWhenAFileChanges() throws Exception {
		int[] code = { -1 };
		Thread command = new Thread(
				() -> code[0] = this.world.run("check", "charge-once", this.bad.toString(), "--watch"));
		command.start();
		Awaitility.await().until(() -> this.world.out().contains("not passed: 40"));
		Files.delete(this.bad.resolve("handler.py"));
		Awaitility.await().until(() -> this.world.err().contains("There are no files"));
		Files.writeString(this.bad.resolve("handler.py"), "# fine\n");
		Awaitility.await().until(() -> this.world.out().contains("with 100 of 100"));
		command.interrupt();
		command.join();
		assertThat(code[0]).isZero();
		assertThat(this.world.grading.tasks).hasSize(2);
	}

	private Path zip(String name, String handler) throws IOException {
		Path archive = this.directory.resolve("work.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
			out.putNextEntry(new ZipEntry(name));
			out.write(handler.getBytes(StandardCharsets.UTF_8));
		}
		return archive;
	}

	private Path folder(String name, String handler) throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve(name));
		Files.writeString(folder.resolve("handler.py"), handler);
		return folder;
	}

}

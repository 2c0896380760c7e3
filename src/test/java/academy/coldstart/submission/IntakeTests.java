package academy.coldstart.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.Language;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IntakeTests {

	private static final String HANDLER = "def handler(event, context):\n    return {}\n";

	private final Intake intake = new Intake();

	@Test
	void acceptsTextsOfAForm() {
		AcceptedFiles accepted = read(new Upload.Form(Map.of("handler.py", HANDLER, "lib/money.py", "VAT = 19\n")));
		assertThat(accepted.files().contents()).containsOnlyKeys("handler.py", "lib/money.py");
		assertThat(accepted.files().text("handler.py")).isEqualTo(HANDLER);
		assertThat(accepted.ignored()).isEmpty();
	}

	@Test
	void undoesTheLineBreaksThatBrowsersSend() {
		AcceptedFiles accepted = read(new Upload.Form(Map.of("handler.py", HANDLER.replace("\n", "\r\n"))));
		assertThat(accepted.files().text("handler.py")).isEqualTo(HANDLER);
	}

	@Test
	void keepsLineBreaksOfFiles() {
		AcceptedFiles accepted = read(Upload.of(List.of(SubmissionFixtures.part("handler.py", "x = 1\r\ny = 2\r\n"))));
		assertThat(accepted.files().text("handler.py")).isEqualTo("x = 1\r\ny = 2\r\n");
	}

	@Test
	void acceptsAnArchive() {
		byte[] archive = new ZipBytes().file("handler.py", HANDLER).file("lib/money.py", "VAT = 19\n").bytes();
		assertThat(read(SubmissionFixtures.zip(archive)).files().contents()).containsOnlyKeys("handler.py",
				"lib/money.py");
	}

	@Test
	void acceptsAnArchiveOfTheJdk() throws IOException {
		java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
		try (java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(bytes)) {
			out.putNextEntry(new java.util.zip.ZipEntry("lib/"));
			out.putNextEntry(new java.util.zip.ZipEntry("handler.py"));
			out.write(HANDLER.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(read(SubmissionFixtures.zip(bytes.toByteArray())).files().contents()).containsOnlyKeys("handler.py");
	}

	@Test
	void recognizesASingleUploadedArchive() {
		byte[] archive = new ZipBytes().file("handler.py", HANDLER).bytes();
		assertThat(read(Upload.of(List.of(SubmissionFixtures.part("My Work.ZIP", archive)))).files().contents())
			.containsOnlyKeys("handler.py");
	}

	@Test
	void stripsTheOneFolderAroundAnArchive() {
		byte[] archive = new ZipBytes().file("work/handler.py", HANDLER)
			.file("work/lib/money.py", "")
			.file("__MACOSX/._work", "junk")
			.bytes();
		AcceptedFiles accepted = read(SubmissionFixtures.zip(archive));
		assertThat(accepted.files().contents()).containsOnlyKeys("handler.py", "lib/money.py");
		assertThat(accepted.ignored()).containsExactly("__MACOSX");
	}

	@Test
	void keepsTheOneFolderThatTheHandlerBelongsIn() {
		AcceptedFiles accepted = this.intake.read(SubmissionFixtures.exercise(), Language.NODE,
				Upload.of(List.of(SubmissionFixtures.part("src/index.mjs", "export const handler = 1;"))));
		assertThat(accepted.files().contents()).containsOnlyKeys("src/index.mjs");
	}

	@Test
	void leavesOutWhatToolsLeaveBehind() {
		AcceptedFiles accepted = read(Upload.of(List.of(SubmissionFixtures.part("handler.py", HANDLER),
				SubmissionFixtures.part(".DS_Store", new byte[] { 1 }),
				SubmissionFixtures.part("__pycache__/a.pyc", new byte[] { -1 }),
				SubmissionFixtures.part("__pycache__/b.pyc", new byte[] { -1 }),
				SubmissionFixtures.part("node_modules/x/y.js", new byte[2_000_000]),
				SubmissionFixtures.part("target/classes/A.class", "x"))));
		assertThat(accepted.files().contents()).containsOnlyKeys("handler.py");
		assertThat(accepted.ignored()).containsExactly(".DS_Store", "__pycache__", "node_modules", "target");
	}

	@Test
	void acceptsAFolder(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("handler.py"), HANDLER);
		Files.createDirectories(folder.resolve("lib"));
		Files.writeString(folder.resolve("lib/money.py"), "");
		Files.createDirectories(folder.resolve(".git/objects"));
		AcceptedFiles accepted = read(new Upload.Folder(folder));
		assertThat(accepted.files().contents()).containsOnlyKeys("handler.py", "lib/money.py");
		assertThat(accepted.ignored()).containsExactly(".git");
	}

	@Test
	void acceptsBinaryContentInFilesThatAreNoSource() {
		AcceptedFiles accepted = read(Upload.of(List.of(SubmissionFixtures.part("handler.py", HANDLER),
				SubmissionFixtures.part("data.bin", new byte[] { -1, 0, -2 }))));
		assertThat(accepted.files().contents().get("data.bin")).containsExactly(-1, 0, -2);
	}

	@Test
	void rejectsNothingAtAll() {
		rejects(new Upload.Form(Map.of()), "empty");
		rejects(SubmissionFixtures.zip(new ZipBytes().bytes()), "empty");
		rejects(Upload.of(List.of(SubmissionFixtures.part(".DS_Store", "x"))), "empty");
		rejects(new Upload.Form(Map.of("handler.py", " \n\n")), "empty");
	}

	@Test
	void rejectsFiveHundredFilesAndSaysHowMany() {
		List<Upload.Part> parts = IntStream.range(0, 500)
			.mapToObj((i) -> SubmissionFixtures.part("f" + i + ".py", "x"))
			.toList();
		rejects(Upload.of(parts), "too-many-files").withMessageContaining("500 files").withMessageContaining("100");
	}

	@Test
	void acceptsHundredFilesButNotOneMore() {
		List<Upload.Part> parts = new java.util.ArrayList<>();
		parts.add(SubmissionFixtures.part("handler.py", HANDLER));
		IntStream.range(0, 99).forEach((i) -> parts.add(SubmissionFixtures.part("f" + i + ".py", "x")));
		assertThat(read(Upload.of(parts)).files().contents()).hasSize(100);
		parts.add(SubmissionFixtures.part("one-more.py", "x"));
		rejects(Upload.of(parts), "too-many-files").withMessageContaining("101 files");
	}

	@Test
	void rejectsATenMegabyteFileByNameAndLimit() {
		rejects(Upload.of(List.of(SubmissionFixtures.part("handler.py", HANDLER),
				SubmissionFixtures.part("big.json", new byte[10_000_000]))), "file-too-large")
			.withMessageContaining("\"big.json\"")
			.withMessageContaining("1 MB");
	}

	@Test
	void acceptsAFileOfExactlyTheLimit() {
		byte[] full = new byte[1024 * 1024];
		Arrays.fill(full, (byte) '#');
		assertThat(read(Upload.of(List.of(SubmissionFixtures.part("handler.py", full)))).files().contents()).hasSize(1);
		assertThat(read(SubmissionFixtures.zip(new ZipBytes().file("handler.py", full).bytes())).files().contents())
			.hasSize(1);
	}

	@Test
	void rejectsMoreThanFiveMegabytesTogether() {
		Stream<Upload.Part> parts = IntStream.range(0, 6)
			.mapToObj((i) -> SubmissionFixtures.part("data" + i + ".bin", new byte[1_000_000]));
		rejects(Upload.of(parts.toList()), "submission-too-large").withMessageContaining("5 MB");
	}

	@Test
	void rejectsSourceThatIsNotUtf8WithLineAndByte() {
		byte[] latin = "a = 1\nb = 'Grüße'\n".getBytes(StandardCharsets.ISO_8859_1);
		rejects(Upload.of(List.of(SubmissionFixtures.part("handler.py", latin))), "not-utf-8")
			.withMessageContaining("\"handler.py\"")
			.withMessageContaining("byte 14")
			.withMessageContaining("line 2");
	}

	@Test
	void guessesUtf16() {
		rejects(Upload.of(List.of(SubmissionFixtures.part("handler.py", HANDLER.getBytes(StandardCharsets.UTF_16)))),
				"not-utf-8")
			.withMessageContaining("UTF-16");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			../handler.py,          path-outside-folder
			lib/../../handler.py,   path-outside-folder
			./a/../..,              path-outside-folder
			/etc/passwd,            path-absolute
			C:/handler.py,          path-absolute
			c:handler.py,           path-absolute
			lib\\handler.py,        path-backslash
			..\\handler.py,         path-backslash
			./,                     path-empty
			.,                      path-empty
			""")
	void rejectsPathsOutsideTheFolder(String path, String rule) {
		rejects(new Upload.Form(Map.of(path, "x")), rule);
		rejects(Upload.of(List.of(SubmissionFixtures.part(path, "x"))), rule);
		rejects(SubmissionFixtures.zip(new ZipBytes().file(path, "x").bytes()), rule);
	}

	@Test
	void rejectsNamesThatCannotBeSeen() {
		for (String hidden : List.of("\u0000", "\n", "\u001b", "\u007f", "\u202e", "\u200b", "\u2028", "\ufffd")) {
			rejects(new Upload.Form(Map.of("handler" + hidden + ".py", "x")), "path-control-character");
		}
		rejects(new Upload.Form(Map.of("a\u202eyp.py", "x")), "path-control-character")
			.withMessageContaining("a\\u202eyp.py");
		rejects(new Upload.Form(Map.of("  ", "x")), "path-empty");
	}

	@Test
	void rejectsPathsThatAreTooLong() {
		rejects(new Upload.Form(Map.of("x".repeat(300) + ".py", "x")), "path-too-long");
		rejects(SubmissionFixtures.zip(new ZipBytes().file("d/".repeat(2000) + "x.py", "x").bytes()), "path-too-long");
	}

	@Test
	void acceptsPathsWithHarmlessSteps() {
		assertThat(read(new Upload.Form(Map.of("./handler.py", HANDLER, "lib//money.py", "x"))).files().contents())
			.containsOnlyKeys("handler.py", "lib/money.py");
	}

	@Test
	void rejectsLinksAndSpecialFilesOfArchives() {
		rejects(SubmissionFixtures
			.zip(new ZipBytes().file("handler.py", HANDLER).link("secret.py", "/etc/passwd").bytes()), "link")
			.withMessageContaining("\"secret.py\"");
		ZipBytes.Entry device = new ZipBytes.Entry("tty", new byte[0]).mode(0020666);
		rejects(SubmissionFixtures.zip(new ZipBytes().file("handler.py", HANDLER).add(device).bytes()), "special-file");
	}

	@Test
	void rejectsAFileThatIsWrittenThroughALink() {
		ZipBytes archive = new ZipBytes().file("handler.py", HANDLER).link("lib", "/etc").file("lib/cron.d/x", "x");
		rejects(SubmissionFixtures.zip(archive.bytes()), "link").withMessageContaining("\"lib\" is a link");
	}

	@Test
	void leavesArchivesWithinArchivesClosed() {
		byte[] inner = new ZipBytes().file("zeros.bin", new byte[500_000]).bytes();
		byte[] outer = new ZipBytes().file("handler.py", HANDLER).file("inner.zip", inner).bytes();
		assertThat(read(SubmissionFixtures.zip(outer)).files().contents().get("inner.zip")).isEqualTo(inner);
	}

	@Test
	void readsOnlyWhatCounts() {
		byte[] archive = new ZipBytes().file("handler.py", HANDLER)
			.add(new ZipBytes.Entry("node_modules/x.js", new byte[100]).checksum(1))
			.bytes();
		assertThat(read(SubmissionFixtures.zip(archive)).files().contents()).containsOnlyKeys("handler.py");
	}

	@Test
	void recognizesTheLanguageOfAnArchiveByItsHandler() {
		byte[] archive = new ZipBytes().file("work/src/index.mjs", "export const handler = 1;").bytes();
		assertThat(this.intake.recognize(SubmissionFixtures.exercise(), SubmissionFixtures.zip(archive)))
			.containsExactly(Language.NODE);
	}

	@Test
	void rejectsLinksInFolders(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("handler.py"), HANDLER);
		Files.createSymbolicLink(folder.resolve("passwd.txt"), Path.of("/etc/passwd"));
		rejects(new Upload.Folder(folder), "link").withMessageContaining("passwd.txt");
	}

	@Test
	void rejectsLinkedFolders(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("handler.py"), HANDLER);
		Files.createSymbolicLink(folder.resolve("etc"), Path.of("/etc"));
		rejects(new Upload.Folder(folder), "link");
	}

	@Test
	void rejectsAFolderThatIsMissing(@TempDir Path folder) {
		rejects(new Upload.Folder(folder.resolve("none")), "folder-missing");
	}

	@Test
	void rejectsEqualNames() {
		rejects(Upload
			.of(List.of(SubmissionFixtures.part("handler.py", "a"), SubmissionFixtures.part("handler.py", "b"))),
				"duplicate-name")
			.withMessageContaining("two files named \"handler.py\"");
		rejects(SubmissionFixtures.zip(new ZipBytes().file("handler.py", "a").file("./handler.py", "b").bytes()),
				"duplicate-name");
	}

	@Test
	void rejectsTwinsThatSomeSystemsCannotTellApart() {
		rejects(Upload
			.of(List.of(SubmissionFixtures.part("handler.py", "a"), SubmissionFixtures.part("Handler.py", "b"))),
				"duplicate-name")
			.withMessageContaining("\"handler.py\" and \"Handler.py\"");
		rejects(Upload
			.of(List.of(SubmissionFixtures.part("gr\u00fcn.py", "a"), SubmissionFixtures.part("gru\u0308n.py", "b"))),
				"duplicate-name");
		rejects(Upload.of(List.of(SubmissionFixtures.part("lib", "a"), SubmissionFixtures.part("Lib/money.py", "b"))),
				"duplicate-name");
		rejects(Upload
			.of(List.of(SubmissionFixtures.part("handler.py", "a"), SubmissionFixtures.part("handler.py. ", "b"))),
				"duplicate-name");
		rejects(Upload.of(List.of(SubmissionFixtures.part("lib./a.py", "a"), SubmissionFixtures.part("lib/A.py", "b"))),
				"duplicate-name");
	}

	@Test
	void rejectsBytesThatAreNoArchive() {
		rejects(SubmissionFixtures.zip(new byte[0]), "archive-broken");
		rejects(SubmissionFixtures.zip("<html>Not found</html>".getBytes(StandardCharsets.UTF_8)), "archive-broken");
	}

	@Test
	void rejectsEveryTruncationOfAnArchive() {
		byte[] archive = new ZipBytes().file("handler.py", HANDLER).file("lib.py", HANDLER).bytes();
		for (int length = 0; length < archive.length; length++) {
			rejects(SubmissionFixtures.zip(Arrays.copyOf(archive, length)), "archive-broken");
		}
	}

	@Test
	void neverFailsOtherwiseWhateverByteOfAnArchiveIsWrong() {
		byte[] archive = new ZipBytes().file("handler.py", HANDLER).link("a", "b").bytes();
		for (int i = 0; i < archive.length; i++) {
			for (int value : new int[] { 0x00, 0x7f, 0x80, 0xff }) {
				byte[] damaged = archive.clone();
				damaged[i] = (byte) value;
				try {
					read(SubmissionFixtures.zip(damaged));
				}
				catch (SubmissionRejected ex) {
					assertThat(ex.rule()).isNotBlank();
				}
			}
		}
	}

	@Test
	void rejectsArchivesWithSomethingBeforeOrBehind() {
		byte[] archive = new ZipBytes().file("handler.py", HANDLER).bytes();
		byte[] polyglot = new byte[archive.length + 10];
		System.arraycopy(archive, 0, polyglot, 10, archive.length);
		rejects(SubmissionFixtures.zip(polyglot), "archive-broken");
		rejects(SubmissionFixtures.zip(Arrays.copyOf(archive, archive.length + 10)), "archive-broken");
	}

	@Test
	void rejectsEncryptedArchives() {
		ZipBytes.Entry entry = new ZipBytes.Entry("handler.py", new byte[20]).flags(0x801);
		rejects(SubmissionFixtures.zip(new ZipBytes().add(entry).bytes()), "archive-encrypted")
			.withMessageContaining("password");
	}

	@Test
	void rejectsUnknownCompression() {
		ZipBytes.Entry entry = new ZipBytes.Entry("handler.py", new byte[20]).method(93);
		rejects(SubmissionFixtures.zip(new ZipBytes().add(entry).bytes()), "archive-method");
	}

	@Test
	void rejectsArchiveNamesThatAreNotUtf8() {
		ZipBytes.Entry entry = new ZipBytes.Entry("x", new byte[2]).rawName(new byte[] { (byte) 0xfc, '.', 'p', 'y' });
		rejects(SubmissionFixtures.zip(new ZipBytes().add(entry).bytes()), "archive-name-not-utf-8");
	}

	@Test
	void rejectsContentThatIsNotWhatTheDirectorySays() {
		byte[] text = HANDLER.getBytes(StandardCharsets.UTF_8);
		rejects(SubmissionFixtures.zip(new ZipBytes().add(new ZipBytes.Entry("handler.py", text).checksum(7)).bytes()),
				"archive-broken");
		rejects(SubmissionFixtures
			.zip(new ZipBytes().add(new ZipBytes.Entry("handler.py", text).localName("handlex.py")).bytes()),
				"archive-broken");
		rejects(SubmissionFixtures
			.zip(new ZipBytes().add(new ZipBytes.Entry("handler.py", text).statedSize(text.length + 1)).bytes()),
				"archive-broken");
	}

	@Test
	void rejectsABombThatLiesAboutItsSize() {
		ZipBytes.Entry entry = new ZipBytes.Entry("handler.py", new byte[50_000_000]).statedSize(100);
		rejects(SubmissionFixtures.zip(new ZipBytes().add(entry).bytes()), "archive-broken")
			.withMessageContaining("more in");
	}

	@Test
	void rejectsABombThatTellsItsSize() {
		rejects(SubmissionFixtures.zip(new ZipBytes().file("zeros.bin", new byte[50_000_000]).bytes()), "archive-bomb");
	}

	@Test
	void rejectsEntriesThatShareTheirContent() {
		ZipBytes archive = new ZipBytes().file("handler.py", HANDLER);
		archive.add(new ZipBytes.Entry("handler.py", HANDLER.getBytes(StandardCharsets.UTF_8)).at(0));
		rejects(SubmissionFixtures.zip(archive.bytes()), "archive-broken").withMessageContaining("overlap");
	}

	@Test
	void rejectsTooManyEntriesWhateverTheyAre() {
		ZipBytes archive = new ZipBytes();
		IntStream.range(0, 2001).forEach((i) -> archive.file("node_modules/" + i, ""));
		rejects(SubmissionFixtures.zip(archive.bytes()), "too-many-entries");
		rejects(SubmissionFixtures.zip(new ZipBytes().file("a", "").bytes(2)), "archive-broken");
	}

	@Test
	void rejectsAnArchiveAboveTenMegabytes() {
		rejects(SubmissionFixtures.zip(new byte[10 * 1024 * 1024 + 1]), "archive-too-large");
	}

	@Test
	void saysWhichHandlerFileIsMissingAndWhatThereIs() {
		rejects(new Upload.Form(Map.of("app.py", "x", "lib/util.py", "y")), "handler-missing")
			.withMessageContaining("handler.py")
			.withMessageContaining("\"app.py\", \"lib/util.py\"");
		rejects(new Upload.Form(Map.of("Handler.py", "x")), "handler-missing")
			.withMessageContaining("Should \"Handler.py\" be handler.py?");
	}

	@Test
	void wantsATemplateWhereOneIsHandedIn() {
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> this.intake.read(SubmissionFixtures.exercise(ExerciseKind.BOTH), Language.PYTHON,
					SubmissionFixtures.form(HANDLER)))
			.returns("template-missing", SubmissionRejected::rule);
		Map<String, String> texts = new LinkedHashMap<>(Map.of("template.yaml", "Resources: {}"));
		assertThat(this.intake
			.read(SubmissionFixtures.exercise(ExerciseKind.TEMPLATE), Language.PYTHON, new Upload.Form(texts))
			.files()
			.contents()).containsOnlyKeys("template.yaml");
	}

	@ParameterizedTest
	@ValueSource(strings = { "java", "ruby", "", "PYTHON" })
	void rejectsLanguagesThatTheExerciseDoesNotHave(String language) {
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> this.intake.language(SubmissionFixtures.exercise(), language))
			.withMessageContaining("python, node")
			.returns("unknown-language", SubmissionRejected::rule);
	}

	private AcceptedFiles read(Upload upload) {
		return this.intake.read(SubmissionFixtures.exercise(), Language.PYTHON, upload);
	}

	private ThrowableAssertAlternative<SubmissionRejected> rejects(Upload upload, String rule) {
		return assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(() -> read(upload))
			.returns(rule, SubmissionRejected::rule);
	}

}

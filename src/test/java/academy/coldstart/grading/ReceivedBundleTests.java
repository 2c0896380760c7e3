package academy.coldstart.grading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleReports;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.SubmissionRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReceivedBundleTests {

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	private final GradeReport report = SampleReports.report(this.exercise, GradeReport.Outcome.FAILED,
			List.of(SampleReports.failed(this.exercise.checks().getFirst())), null);

	@Test
	void bringsBackWhatWasWritten() throws IOException {
		ReceivedBundle bundle = read(write("It is `wrong`"));
		assertThat(bundle.report()).isEqualTo(this.report);
		assertThat(bundle.manifest().check()).isEqualTo("C1");
		assertThat(bundle.manifest().reason()).isEqualTo("It is `wrong`");
		assertThat(bundle.manifest().system()).contains("Java ");
		assertThat(new Intake().read(this.exercise, Language.PYTHON, bundle.files()).files().contents())
			.containsOnlyKeys("handler.py", "lib/a.py");
	}

	@Test
	void saysInWordsWhatToDoWithIt() throws IOException {
		Map<String, String> entries = entries(write(""));
		assertThat(entries).containsOnlyKeys("README.txt", "bundle.json", "report.json", "trace.json", "end-state.json",
				"files/handler.py", "files/lib/a.py");
		assertThat(entries.get("README.txt")).contains("check C1", "charge-once", "grade --bundle",
				"Nothing was sent anywhere");
	}

	@Test
	void keepsAReasonThatIsNotTooLong() throws IOException {
		assertThat(read(write("x".repeat(100_000))).manifest().reason()).hasSize(2008).endsWith(" … (cut)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			report.json | "contract" : 1   | "contract" : 7            | contract 7
			bundle.json | "bundle" : 1     | "bundle" : 2              | form 2
			report.json | "seeds" : [      | "nothing" : [             | cannot be read
			report.json | 8841, 20517      | 8841, 8841                | seeds
			report.json | 8841, 20517      | 1, 2, 3, 4, 5             | 5 seeds
			report.json | "outcome" : "failed", "score" | "score"         | not complete
			bundle.json | "madeAt"         | "never"                   | not complete
			report.json | {                | [                         | cannot be read
			""")
	void refusesWhatItCannotReplay(String document, String part, String other, String message) throws IOException {
		byte[] forged = change(write(""), document,
				(text) -> text.replaceAll("\\s+", " ").replace(part.replaceAll("\\s+", " "), other));
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(() -> read(forged))
			.withMessageContaining(message);
	}

	@Test
	void refusesABundleWithoutItsDocuments() throws IOException {
		for (String document : List.of("report.json", "bundle.json")) {
			assertThatExceptionOfType(SubmissionRejected.class)
				.isThrownBy(() -> read(change(write(""), document, (text) -> "")))
				.withMessageContaining("bundle");
		}
	}

	private byte[] write(String reason) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		new RunBundle(BundleManifest.of("C1", reason, this.report, Instant.EPOCH),
				SampleCourse.files("handler.py", "x = 1\n").with(SampleCourse.files("lib/a.py", "y = 2\n")),
				this.report, "{\"runs\":[]}", "{\"runs\":[]}")
			.write(content);
		return content.toByteArray();
	}

	private static ReceivedBundle read(byte[] content) {
		return ReceivedBundle.read(() -> new ByteArrayInputStream(content));
	}

	private static byte[] change(byte[] archive, String document, UnaryOperator<String> change) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(content)) {
			for (Map.Entry<String, String> entry : entries(archive).entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write((entry.getKey().equals(document) ? change.apply(entry.getValue()) : entry.getValue())
					.getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return content.toByteArray();
	}

	private static Map<String, String> entries(byte[] archive) throws IOException {
		Map<String, String> entries = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return entries;
	}

}

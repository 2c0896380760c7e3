package academy.coldstart.submission;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import academy.coldstart.course.Language;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchiveTests {

	@Test
	void readsFilesByTheirPathsAndAFolderAsAnUpload() {
		Archive archive = archive(new ZipBytes().file("a.json", "{}").file("files/handler.py", "x = 1\n").bytes());
		assertThat(archive.file("a.json", 10)).contains("{}".getBytes(StandardCharsets.UTF_8));
		assertThat(archive.file("b.json", 10)).isEmpty();
		Upload.Files folder = (Upload.Files) archive.folder("files");
		assertThat(folder.parts()).extracting(Upload.Part::path).containsExactly("handler.py");
	}

	@Test
	void readsNoMoreThanIsAskedFor() {
		Archive archive = archive(new ZipBytes().file("a.json", "x".repeat(2_000_000)).bytes());
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(() -> archive.file("a.json", 1000))
			.withMessageContaining("1,000 bytes");
		byte[] large = new ZipBytes().file("a.json", "x").bytes();
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> Archive.of(() -> new ByteArrayInputStream(large), large.length - 1));
	}

	@Test
	void refusesLinksAndBrokenArchives() {
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> archive(new ZipBytes().link("files/handler.py", "/etc/passwd").bytes()))
			.withMessageContaining("link");
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> archive("no archive".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void leavesPathsToTheIntake() {
		Upload upload = archive(new ZipBytes().file("files/../../handler.py", "x").bytes()).folder("files");
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> new Intake().read(SubmissionFixtures.exercise(), Language.PYTHON, upload));
	}

	private static Archive archive(byte[] bytes) {
		return Archive.of(() -> new ByteArrayInputStream(bytes), 1_000_000);
	}

}

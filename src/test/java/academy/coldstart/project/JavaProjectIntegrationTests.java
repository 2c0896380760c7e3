package academy.coldstart.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * The folder for Java as an IDE takes it: by its {@code pom.xml} alone.
 */
class JavaProjectIntegrationTests {

	@TempDir
	private Path folder;

	@Test
	void compilesWithNothingButItsOwnDescription() throws Exception {
		Course course = TheCourse.read();
		for (Exercise exercise : course.exercises()) {
			unpack(projects(course).zip(exercise, Language.JAVA, URI.create("http://localhost:8080")));
			Path project = this.folder.resolve(Projects.name(exercise, Language.JAVA));
			compile(project);
			assertThat(Files.isDirectory(project.resolve("target/classes"))).as(project.toString()).isTrue();
		}
	}

	private void compile(Path project) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output");
		ProcessBuilder maven = new ProcessBuilder(Path.of("mvnw").toAbsolutePath().toString(), "-q", "-B", "-f",
				project.resolve("pom.xml").toString(), "compile");
		maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process process = maven.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Projects projects(Course course) {
		Drafts drafts = Mockito.mock(Drafts.class);
		given(drafts.find(any(), any())).willReturn(Optional.empty());
		Submissions submissions = Mockito.mock(Submissions.class);
		given(submissions.latest(any(), any())).willReturn(Optional.empty());
		return new Projects(course, drafts, submissions, new ProjectFiles(new Libraries(Path.of("runtimes"))));
	}

	private void unpack(byte[] archive) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = this.folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.write(file, zip.readAllBytes());
			}
		}
	}

}

package academy.coldstart.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

class ProjectsTests {

	private static final Course COURSE = TheCourse.read();

	private static final Exercise CHARGE_ONCE = COURSE.exercise(new Slug("charge-once")).orElseThrow();

	private static final URI SITE = URI.create("http://localhost:8080");

	private final Libraries libraries = new Libraries(Path.of("runtimes"));

	@ParameterizedTest
	@EnumSource(Language.class)
	void whatIsHandedInAgainAreTheFilesOfTheExercise(Language language) {
		for (Exercise exercise : COURSE.exercises()) {
			SourceFiles starter = COURSE.starter(exercise, language);
			byte[] archive = projects().zip(exercise, language, SITE);
			SourceFiles again = new Intake().read(exercise, language, new Upload.Zip(new ByteArrayResource(archive)))
				.files();
			Map<String, String> texts = texts(again);
			// Functions may have one, so it is theirs.
			texts.remove("package.json");
			assertThat(texts).as(exercise.slug().value()).isEqualTo(texts(starter));
		}
	}

	@Test
	void declaresTheLibrariesInTheirExactVersions() throws IOException {
		assertThat(unpacked(Language.PYTHON).get("charge-once-python/requirements.txt")).contains("\nboto3==1.42.54\n",
				"aws-lambda-powertools[parser,tracer]==3.24.0");
		assertThat(unpacked(Language.NODE).get("charge-once-node/package.json"))
			.contains("\"@aws-sdk/client-dynamodb\" : \"3.990.0\"", "\"node\" : \">=24\"");
		assertThat(unpacked(Language.JAVA).get("charge-once-java/pom.xml")).contains(
				"<artifactId>dynamodb</artifactId>\n\t\t\t<scope>provided</scope>", "<version>2.41.11</version>",
				"<maven.compiler.release>21</maven.compiler.release>");
	}

	@Test
	void tellsWhatToDoAndWhereToGoOn() throws IOException {
		assertThat(unpacked(Language.PYTHON).get("charge-once-python/README.md")).contains("# Paid twice",
				"LK-105: a customer of Larkspur Market paid twice",
				"[Idempotency](http://localhost:8080/lessons/idempotency)",
				"./coldstart check charge-once PATH --watch",
				"- An order is charged once, however often and however concurrently it is delivered. (must hold)");
		assertThat(unpacked(Language.PYTHON)).containsKey("charge-once-python/.coldstart/template.yaml");
	}

	@Test
	void writesInstructionsAsPlainMarkdown() throws IOException {
		for (Exercise exercise : COURSE.exercises()) {
			assertThat(unpacked(projects().zip(exercise, Language.PYTHON, SITE))
				.get(Projects.name(exercise, Language.PYTHON) + "/README.md"))
				.doesNotContain(":::", "{{", "](lesson:", "](exercise:", "](simulator:");
		}
	}

	@Test
	void packsTheDraftWhereThereIsOne() throws IOException {
		Drafts drafts = Mockito.mock(Drafts.class);
		given(drafts.find(any(), any())).willReturn(Optional.of(new Draft(3,
				SourceFiles.of(Map.of("handler.py", "mine".getBytes(StandardCharsets.UTF_8))), Instant.EPOCH)));
		assertThat(unpacked(projects(drafts).zip(CHARGE_ONCE, Language.PYTHON, SITE)))
			.containsEntry("charge-once-python/handler.py", "mine");
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void listsLibrariesThatAreInstalled(Language language) throws IOException {
		String lock = Files.readString(Path.of("runtimes", language.id(), switch (language) {
			case PYTHON -> "requirements.lock";
			case NODE -> "package-lock.json";
			case JAVA -> "libraries.lock";
		}));
		assertThat(this.libraries.of(language)).hasSizeGreaterThan(3).allSatisfy((library) -> {
			String name = library.name().substring(library.name().indexOf(':') + 1);
			assertThat(lock).contains(name).contains(library.version());
		});
	}

	private static Map<String, String> texts(SourceFiles files) {
		Map<String, String> texts = new TreeMap<>();
		files.contents().keySet().forEach((path) -> texts.put(path, files.text(path)));
		return texts;
	}

	private Projects projects() {
		Drafts drafts = Mockito.mock(Drafts.class);
		given(drafts.find(any(), any())).willReturn(Optional.empty());
		return projects(drafts);
	}

	private Projects projects(Drafts drafts) {
		Submissions submissions = Mockito.mock(Submissions.class);
		given(submissions.latest(any(), any())).willReturn(Optional.empty());
		return new Projects(COURSE, drafts, submissions, new ProjectFiles(this.libraries));
	}

	private Map<String, String> unpacked(Language language) throws IOException {
		return unpacked(projects().zip(CHARGE_ONCE, language, SITE));
	}

	private static Map<String, String> unpacked(byte[] archive) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}

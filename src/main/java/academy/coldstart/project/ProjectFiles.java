package academy.coldstart.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

import org.springframework.stereotype.Component;

/**
 * What stands beside the learner's files so that an IDE understands the folder.
 */
@Component
class ProjectFiles {

	private final Libraries libraries;

	ProjectFiles(Libraries libraries) {
		this.libraries = libraries;
	}

	/**
	 * Put files for an IDE beside the learner's. Where names are the same, the learner's
	 * win.
	 * @param exercise the exercise
	 * @param language the language
	 * @param work the learner's files
	 * @param site where Coldstart is, for links
	 * @return all files
	 */
	SourceFiles around(Exercise exercise, Language language, SourceFiles work, URI site) {
		Map<String, byte[]> files = new TreeMap<>();
		files.put("README.md", bytes(ReadMe.of(exercise, language, site)));
		files.putAll(description(exercise, language));
		Path template = exercise.template();
		if (template != null) {
			files.put(".coldstart/" + template.getFileName(), read(exercise.directory().resolve(template)));
		}
		return SourceFiles.of(files).with(work);
	}

	private Map<String, byte[]> description(Exercise exercise, Language language) {
		String name = exercise.slug().value();
		String version = version(exercise, language);
		return switch (language) {
			case PYTHON -> Map.of("requirements.txt", bytes(Requirements.file(this.libraries.requirements())));
			case NODE ->
				Map.of("package.json", bytes(PackageJson.file(name, version, this.libraries.of(Language.NODE))));
			case JAVA -> Map.of("pom.xml",
					bytes(PomFile.of(name, version, this.libraries.locked(), this.libraries.of(Language.JAVA))));
		};
	}

	// java21, nodejs24.x
	private static String version(Exercise exercise, Language language) {
		return Objects.requireNonNull(exercise.handlers().get(language)).runtime().replaceAll("^[a-z]+|\\.x$", "");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

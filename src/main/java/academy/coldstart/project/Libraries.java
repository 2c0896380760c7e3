package academy.coldstart.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import academy.coldstart.course.Language;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The libraries of each language, read from the files that they are installed from.
 */
@Component
public class Libraries {

	private final Path runtimes;

	Libraries(@Value("${coldstart.execution.runtimes}") Path runtimes) {
		this.runtimes = runtimes;
	}

	/**
	 * Return the libraries that functions in a language may use.
	 * @param language the language
	 * @return those that were asked for, in the order of their names; what they need
	 * themselves is there too
	 */
	public List<Library> of(Language language) {
		return switch (language) {
			case PYTHON -> Requirements.parse(requirements());
			case NODE -> PackageJson.parse(text("node/package.json"));
			case JAVA -> locked().asked(text("java/libraries.xml"));
		};
	}

	String requirements() {
		return text("python/requirements.in");
	}

	LockedJars locked() {
		return LockedJars.parse(text("java/libraries.lock"));
	}

	private String text(String file) {
		try {
			return Files.readString(this.runtimes.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The libraries cannot be listed: " + file + " cannot be read", ex);
		}
	}

}

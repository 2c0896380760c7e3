package academy.coldstart.engine.installation;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts of an installation are.
 *
 * @param directory the directory of the installation
 */
public record Kit(Path directory) {

	static final String COMPLETE = ".complete";

	boolean isComplete() {
		return Files.exists(this.directory.resolve(COMPLETE));
	}

	Path venv() {
		return this.directory.resolve("venv");
	}

	public Path python() {
		return venv().resolve("bin/python");
	}

	public Path functionLibraries() {
		return this.directory.resolve("runtime/python");
	}

	public Path dynamoDb() {
		return this.directory.resolve("dynamodb-local");
	}

}

package academy.coldstart.engine.host;

import java.nio.file.Path;

/**
 * Where the parts of an installation are.
 *
 * @param directory the directory of the installation
 */
record Kit(Path directory) {

	Path venv() {
		return this.directory.resolve("venv");
	}

	Path python() {
		return venv().resolve("bin/python");
	}

	Path functionLibraries() {
		return this.directory.resolve("runtime/python");
	}

	Path dynamoDb() {
		return this.directory.resolve("dynamodb-local");
	}

}

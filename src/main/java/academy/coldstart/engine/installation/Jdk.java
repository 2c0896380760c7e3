package academy.coldstart.engine.installation;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JDK.
 *
 * @param home its directory
 * @param version its version, such as {@code 25.0.3}
 * @param feature its feature release, such as 25
 */
record Jdk(Path home, String version, int feature) {

	/**
	 * Return the JDK that runs this application, and functions with it.
	 * @return the JDK
	 */
	static Jdk running() {
		Runtime.Version version = Runtime.version();
		return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"), version.feature());
	}

	Path java() {
		return this.home.resolve("bin/java");
	}

	Path javac() {
		return this.home.resolve("bin/javac");
	}

	boolean hasCompiler() {
		return Files.isExecutable(javac());
	}

}

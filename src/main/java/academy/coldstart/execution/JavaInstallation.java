package academy.coldstart.execution;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Java functions are run and compiled with.
 *
 * @param jdk the directory of the JDK
 * @param version its version, such as {@code 25.0.3}
 * @param directory the directory that the libraries lie in
 * @param classPath our bootstrap, which has the compiler too, and the libraries: in this
 * order, and before everything of the function
 * @param nativeClient the native part of the Runtime API client
 * @param functionArchive the option with which a JVM uses the classes that are kept ready
 * for functions, or empty when there are none
 * @param compilerArchive the same for the compiler
 */
public record JavaInstallation(Path jdk, String version, Path directory, List<Path> classPath, Path nativeClient,
		Optional<String> functionArchive, Optional<String> compilerArchive) {

	public JavaInstallation {
		classPath = List.copyOf(classPath);
	}

	String java() {
		return this.jdk.resolve("bin/java").toString();
	}

	int feature() {
		return Runtime.Version.parse(this.version).feature();
	}

	Path bootstrap() {
		return this.classPath.getFirst();
	}

	String classPathText() {
		return this.classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}

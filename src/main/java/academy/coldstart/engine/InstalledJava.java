package academy.coldstart.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Java functions are run and compiled with.
 *
 * @param jdk the directory of the JDK
 * @param version its version, such as {@code 25.0.3}
 * @param directory the directory that the libraries lie in
 * @param classPath our bootstrap, which has the compiler too, and the libraries
 * @param nativeClient the native part of the Runtime API client
 * @param functionArchive the option with which a JVM uses the classes that are kept ready
 * for functions, or empty when there are none
 * @param compilerArchive the same for the compiler, whose class path is the bootstrap
 * alone
 */
public record InstalledJava(Path jdk, String version, Path directory, List<Path> classPath, Path nativeClient,
		Optional<String> functionArchive, Optional<String> compilerArchive) {

	public InstalledJava {
		classPath = List.copyOf(classPath);
	}

}

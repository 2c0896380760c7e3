package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.engine.InstalledJava;

/**
 * Where the parts of what Java functions need are.
 *
 * @param directory the directory of the installation
 */
record JavaKit(Path directory) {

	static final String CLIENT = "aws-lambda-java-runtime-interface-client-";

	Path libraries() {
		return this.directory.resolve("libraries");
	}

	Path bootstrap() {
		return this.directory.resolve("bootstrap.jar");
	}

	Path nativeClient() {
		return this.directory.resolve("libaws-lambda-jni.so");
	}

	/**
	 * Return the class path of functions: the bootstrap, then the libraries by name.
	 * @return the jars
	 */
	List<Path> classPath() {
		try (Stream<Path> jars = Files.list(libraries())) {
			return Stream.concat(Stream.of(bootstrap()), jars.filter((jar) -> jar.toString().endsWith(".jar")).sorted())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the classes that are kept ready for functions.
	 * @return the archive, if it could be made
	 */
	Optional<ClassArchive> functionArchive() {
		return ClassArchive.find(this.directory, ClassArchive.FUNCTIONS);
	}

	/**
	 * Return the classes that are kept ready for the compiler.
	 * @return the archive, if it could be made
	 */
	Optional<ClassArchive> compilerArchive() {
		return ClassArchive.find(this.directory, ClassArchive.COMPILER);
	}

	/**
	 * Describe what is installed.
	 * @param jdk the JDK it was installed for
	 * @return what functions need to know
	 */
	InstalledJava installed(Jdk jdk) {
		return new InstalledJava(jdk.home(), jdk.version(), this.directory, classPath(), nativeClient(),
				functionArchive().map(ClassArchive::using), compilerArchive().map(ClassArchive::using));
	}

}

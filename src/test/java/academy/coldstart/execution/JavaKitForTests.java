package academy.coldstart.execution;

import java.util.Optional;

import academy.coldstart.engine.InstalledJava;
import academy.coldstart.engine.installation.JavaKits;

/**
 * The kit that Java functions run with in tests.
 *
 * @param installation the JDK and the libraries
 */
record JavaKitForTests(Optional<JavaInstallation> installation) implements JavaKit {

	static JavaKitForTests shared() {
		return new JavaKitForTests(Optional.of(from(JavaKits.shared())));
	}

	static JavaInstallation from(InstalledJava java) {
		return new JavaInstallation(java.jdk(), java.version(), java.directory(), java.classPath(), java.nativeClient(),
				java.functionArchive(), java.compilerArchive());
	}

	@Override
	public String problem() {
		return "Java functions cannot run in this test.";
	}

}

package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs Java functions on the JDK of the kit, also when they ask for an older release.
 */
public final class JavaRuntime implements LanguageRuntime {

	private static final String BOOTSTRAP = "com.amazonaws.services.lambda.runtime.api.client.Bootstrap";

	private static final String NATIVE_CLIENT = "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

	private final JavaKit kit;

	private final Path runtimeDirectory;

	/**
	 * Create the runtime.
	 * @param kit the JDK and the libraries
	 * @param runtimeDirectory the directory that {@code LAMBDA_RUNTIME_DIR} names
	 */
	public JavaRuntime(JavaKit kit, Path runtimeDirectory) {
		this.kit = kit;
		this.runtimeDirectory = runtimeDirectory.toAbsolutePath().normalize();
	}

	@Override
	public boolean runs(String runtime) {
		return runtime.startsWith("java");
	}

	@Override
	public Optional<String> unavailable() {
		return this.kit.installation().isEmpty() ? Optional.of(this.kit.problem()) : Optional.empty();
	}

	@Override
	public Optional<String> unavailable(String runtime) {
		return unavailable().or(() -> JavaRelease.obstacle(runtime, installation()));
	}

	@Override
	public String version() {
		return "Java " + installation().version();
	}

	@Override
	public List<Path> directories() {
		return List.of(this.runtimeDirectory, installation().jdk(), installation().directory());
	}

	@Override
	public Path runtimeDirectory() {
		return this.runtimeDirectory;
	}

	@Override
	public List<String> commandLine(Launch launch) {
		JavaInstallation installation = installation();
		List<String> line = new ArrayList<>(List.of(installation.java()));
		line.addAll(JavaOptions.of(installation, launch.memoryMb(), launch.variables()).list());
		line.addAll(List.of("-Djava.io.tmpdir=" + launch.scratch(),
				"-XX:ErrorFile=" + launch.scratch().resolve("hs_err.log"), NATIVE_CLIENT + installation.nativeClient(),
				"-Dslf4j.internal.verbosity=WARN", "-cp", installation.classPathText(), BOOTSTRAP,
				launch.layers().toString()));
		return line;
	}

	private JavaInstallation installation() {
		return this.kit.installation().orElseThrow(() -> new IllegalStateException(this.kit.problem()));
	}

}

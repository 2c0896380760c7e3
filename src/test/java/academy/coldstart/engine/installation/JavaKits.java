package academy.coldstart.engine.installation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import academy.coldstart.engine.InstalledJava;

/**
 * What Java functions need, installed for tests where the application installs it.
 */
public final class JavaKits {

	private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache/coldstart/kit");

	private JavaKits() {
	}

	/**
	 * Return the kit of this working copy, installing what is missing.
	 * @return the kit
	 */
	public static InstalledJava shared() {
		return install(CACHE, ClassArchive.Kind.of(Jdk.running()));
	}

	static InstalledJava install(Path cache, ClassArchive.Kind kind) {
		return installer(cache).complete(repository(), kind, (sentence) -> {
		}).installed(Jdk.running());
	}

	static JavaInstaller installer(Path cache) {
		return new JavaInstaller(new EngineFiles(Path.of("").toAbsolutePath()), cache, Jdk.running());
	}

	static MavenRepository repository() {
		Map<String, String> environment = System.getenv();
		return new MavenRepository(URI.create("https://repo.maven.apache.org/maven2"),
				new EnvironmentProxies(environment));
	}

}

package academy.coldstart.engine.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.engine.installation.PythonCommands;
import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import org.jspecify.annotations.Nullable;

/**
 * How packages are reached from this machine: what the user has told pip, the proxies and
 * the certificate authorities. The build of an image needs the same.
 *
 * @param arguments the arguments of the build
 * @param certificates the file with certificate authorities, if there is one of the
 * user's own
 */
record PipSettings(Map<String, String> arguments, Optional<Path> certificates) {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * A line of {@code pip config list}, such as {@code global.index-url='https://…'}.
	 */
	private static final Pattern SETTING = Pattern.compile("[\\w:]+\\.([a-z-]+)='(.*)'");

	/** What an image that others see must not contain. */
	private static final List<String> PRIVATE = List.of("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_TRUSTED_HOST");

	private static final List<String> PROXIES = List.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy",
			"https_proxy", "no_proxy");

	private static final List<String> CERTIFICATES = List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

	PipSettings {
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Ask pip what it was told; without pip the environment variables count.
	 * @param python the Python whose pip is asked
	 * @param environment the environment variables of this application
	 * @return the settings
	 */
	static PipSettings of(Path python, Map<String, String> environment) {
		return Files.isExecutable(python) ? parse(listed(python, environment), environment)
				: parse(fromEnvironment(environment), environment);
	}

	private static List<String> listed(Path python, Map<String, String> environment) {
		Command command = new Command(List.of(python.toString(), "-m", "pip", "config", "list"), Path.of("/"),
				PythonCommands.variables(environment));
		CommandResult result = CommandResult.of(command, PATIENCE, (line) -> {
		});
		return result.succeeded() ? result.output().lines().toList() : fromEnvironment(environment);
	}

	private static List<String> fromEnvironment(Map<String, String> environment) {
		return environment.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith("PIP_"))
			.map((entry) -> ":env:." + entry.getKey().substring(4).replace('_', '-').toLowerCase(Locale.ROOT) + "='"
					+ entry.getValue() + "'")
			.toList();
	}

	static PipSettings parse(List<String> lines, Map<String, String> environment) {
		Map<String, String> settings = new TreeMap<>();
		// pip lists what counts most last, except for the variables, which always do.
		Stream
			.concat(lines.stream().filter((line) -> !line.startsWith(":env:")),
					lines.stream().filter((line) -> line.startsWith(":env:")))
			.map(SETTING::matcher)
			.filter(Matcher::matches)
			.forEach((setting) -> settings.put(setting.group(1), setting.group(2).replace("\\n", " ").strip()));
		Map<String, String> arguments = new TreeMap<>();
		put(arguments, "PIP_INDEX_URL", settings.get("index-url"));
		put(arguments, "PIP_EXTRA_INDEX_URL", settings.get("extra-index-url"));
		put(arguments, "PIP_TRUSTED_HOST", settings.get("trusted-host"));
		put(arguments, "PIP_DEFAULT_TIMEOUT", settings.getOrDefault("timeout", settings.get("default-timeout")));
		PROXIES.forEach((name) -> put(arguments, name, environment.get(name)));
		return new PipSettings(arguments, certificates(settings.get("cert"), environment));
	}

	private static void put(Map<String, String> arguments, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			arguments.put(name, value);
		}
	}

	private static Optional<Path> certificates(@Nullable String pip, Map<String, String> environment) {
		return Stream.concat(Optional.ofNullable(pip).stream(), CERTIFICATES.stream().map(environment::get))
			.filter((file) -> file != null && !file.isBlank())
			.map(Path::of)
			.filter(Files::isRegularFile)
			.findFirst();
	}

	/**
	 * Say whether the build hears something that may be a secret.
	 * @return whether what it leaves in Docker's cache is to be removed
	 */
	boolean arePrivate() {
		return PRIVATE.stream().anyMatch(this.arguments::containsKey);
	}

}

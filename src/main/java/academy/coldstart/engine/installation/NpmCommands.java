package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs npm during an installation and turns its complaints into sentences. The settings
 * of whoever installs count: their {@code .npmrc}, their {@code npm_config_} variables
 * and whom they trust.
 */
class NpmCommands {

	private static final Log logger = LogFactory.getLog(NpmCommands.class);

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final String AUTHORITIES = "NODE_EXTRA_CA_CERTS";

	/** Another try helps against a hiccup; a machine without network must not wait. */
	private static final Map<String, String> PATIENCE = Map.of("npm_config_fetch_retries", "1",
			"npm_config_fetch_retry_mintimeout", "1000", "npm_config_fetch_timeout", "60000");

	private static final List<String> NETWORK_COMPLAINTS = List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED",
			"ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "ERR_SOCKET_TIMEOUT", "EIDLETIMEOUT",
			"CERT_IN_CHAIN", "ISSUER_CERT", "UNABLE_TO_VERIFY", "E401", "E403", "E404");

	private final Map<String, String> environment;

	NpmCommands(Map<String, String> environment) {
		Map<String, String> variables = new TreeMap<>(PATIENCE);
		variables.putAll(InheritedEnvironment.from(environment).variables());
		environment.forEach((name, value) -> {
			if ("HOME".equals(name) || AUTHORITIES.equals(name)
					|| name.toLowerCase(Locale.ROOT).startsWith("npm_config_")) {
				variables.put(name, value);
			}
		});
		variables.putIfAbsent("NODE_USE_SYSTEM_CA", "1");
		authorities(environment).ifPresent((file) -> variables.putIfAbsent(AUTHORITIES, file));
		this.environment = Map.copyOf(variables);
	}

	// Whoever told pip or curl whom to trust need not tell Node.js again.
	private static Optional<String> authorities(Map<String, String> environment) {
		return Stream.of("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
			.map((name) -> environment.getOrDefault(name, ""))
			.filter((file) -> !file.isBlank())
			.findFirst();
	}

	/**
	 * Run npm.
	 * @param purpose what it is for, as the beginning of a sentence
	 * @param directory the working directory
	 * @param line the program and its arguments
	 * @throws InstallationFailed when it does not succeed
	 */
	void run(String purpose, Path directory, List<String> line) {
		CommandResult result = CommandResult.of(new Command(line, directory, this.environment), LIMIT, logger::debug);
		if (!result.succeeded()) {
			logger.warn(purpose + " failed, exitCode=" + result.exitCode() + "\n" + result.output());
			throw explain(purpose, result);
		}
	}

	private static InstallationFailed explain(String purpose, CommandResult result) {
		String output = result.output();
		if (output.contains("ENOSPC") || output.contains("EDQUOT")) {
			return new InstallationFailed(purpose + " failed because the disk is full.",
					"Make about 100 MB of room, or choose another disk with coldstart.engine.cache.");
		}
		if (output.contains("EINTEGRITY")) {
			return new InstallationFailed(purpose + " failed because a package is not what it should be.",
					"Check which npm registry is configured: what it delivers differs from what was published.");
		}
		if (NETWORK_COMPLAINTS.stream().anyMatch(output::contains)) {
			return new InstallationFailed(purpose + " failed because the npm registry could not be reached.",
					"Check the connection of this machine to registry.npmjs.org, then start Coldstart again.",
					"Behind a proxy, set HTTPS_PROXY; to use a mirror, set npm_config_registry; for an own certificate authority, set NODE_EXTRA_CA_CERTS.");
		}
		String what = (result.exitCode() < 0) ? " took too long." : ": " + firstError(output);
		return new InstallationFailed(purpose + " failed" + what, "The log of Coldstart has the whole output.");
	}

	private static String firstError(String output) {
		return output.lines()
			.filter((line) -> line.startsWith("npm error") && !line.startsWith("npm error code"))
			.map((line) -> line.substring("npm error".length()).strip())
			.filter((line) -> !line.isEmpty())
			.findFirst()
			.orElseGet(() -> output.lines().filter((line) -> !line.isBlank()).reduce("", (first, second) -> second));
	}

}

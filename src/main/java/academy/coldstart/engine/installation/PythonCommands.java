package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs Python during an installation and turns its complaints into sentences.
 */
public class PythonCommands {

	private static final Log logger = LogFactory.getLog(PythonCommands.class);

	private static final Duration LIMIT = Duration.ofMinutes(20);

	private static final List<String> NETWORK_COMPLAINTS = List.of("Temporary failure in name resolution",
			"Name or service not known", "Failed to establish a new connection", "Connection refused",
			"Network is unreachable", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError", "SSLError",
			"CERTIFICATE_VERIFY_FAILED", "No matching distribution found");

	private final Map<String, String> environment;

	PythonCommands(Map<String, String> environment) {
		this.environment = variables(environment);
	}

	/**
	 * Return the variables that Python gets: where programs are, the way to the internet,
	 * and what pip was told.
	 * @param environment the environment variables of this application
	 * @return those that Python gets
	 */
	public static Map<String, String> variables(Map<String, String> environment) {
		Map<String, String> variables = new TreeMap<>(InheritedEnvironment.from(environment).variables());
		environment.forEach((name, value) -> {
			if ("HOME".equals(name) || name.startsWith("PIP_")) {
				variables.put(name, value);
			}
		});
		return Map.copyOf(variables);
	}

	/**
	 * Run a Python program.
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
		if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
			return new InstallationFailed(purpose + " failed because the disk is full.",
					"Make about 1 GB of room, or choose another disk with coldstart.engine.cache.");
		}
		if (output.contains("ensurepip") || output.contains("No module named venv")
				|| output.contains("No module named pip")) {
			return new InstallationFailed(purpose + " failed because this Python lacks its venv module.",
					"On Debian and Ubuntu: sudo apt install python3-venv. Or set COLDSTART_PYTHON to another Python.");
		}
		if (NETWORK_COMPLAINTS.stream().anyMatch(output::contains)) {
			return new InstallationFailed(purpose + " failed because the Python package index could not be reached.",
					"Check the connection of this machine to pypi.org.",
					"Behind a proxy, set HTTPS_PROXY; to use a mirror, set PIP_INDEX_URL; for an own certificate authority, set PIP_CERT.");
		}
		String what = (result.exitCode() < 0) ? " took too long." : ": " + lastLine(output);
		return new InstallationFailed(purpose + " failed" + what, "The log of Coldstart has the whole output.");
	}

	private static String lastLine(String output) {
		return output.lines().filter((line) -> !line.isBlank()).reduce("", (first, second) -> second);
	}

}

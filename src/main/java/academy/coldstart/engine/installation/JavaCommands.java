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
 * Runs programs of a JDK during an installation.
 *
 * @param jdk the JDK
 */
record JavaCommands(Jdk jdk) {

	private static final Log logger = LogFactory.getLog(JavaCommands.class);

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8");

	/**
	 * Run a program.
	 * @param purpose what it is for, as the beginning of a sentence
	 * @param directory the working directory
	 * @param line the program and its arguments
	 * @throws InstallationFailed when it does not succeed
	 */
	void require(String purpose, Path directory, List<String> line) {
		CommandResult result = run(directory, line, Map.of());
		if (!result.succeeded()) {
			logger.warn(purpose + " failed, exitCode=" + result.exitCode() + "\n" + result.output());
			throw new InstallationFailed(purpose + " failed: " + firstLine(result.output()),
					"The log of Coldstart has the whole output.");
		}
	}

	/**
	 * Run a program, whatever comes of it.
	 * @param directory the working directory
	 * @param line the program and its arguments
	 * @param variables what to add to its environment
	 * @return how it ended
	 */
	CommandResult run(Path directory, List<String> line, Map<String, String> variables) {
		Map<String, String> environment = new TreeMap<>(ENVIRONMENT);
		environment.putAll(variables);
		return CommandResult.of(new Command(line, directory, environment), LIMIT, logger::debug);
	}

	static String firstLine(String output) {
		return output.lines().filter((line) -> !line.isBlank()).findFirst().orElse("there was no output.");
	}

}

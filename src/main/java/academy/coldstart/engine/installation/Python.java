package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;

/**
 * A Python interpreter that was found to work.
 *
 * @param program the interpreter
 * @param version its version, such as {@code 3.13.0}
 */
public record Python(Path program, String version) {

	/** Stands for no Python at all. */
	static final Python NONE = new Python(Path.of("none"), "0.0.0");

	private static final int OLDEST_MINOR = 12;

	/**
	 * Say whether it can make virtual environments; Debian delivers that apart.
	 * @param environment the environment variables of this application
	 * @return whether it can
	 */
	public boolean hasVenv(Map<String, String> environment) {
		Command command = new Command(List.of(this.program.toString(), "-c", "import venv, ensurepip"), Path.of("/"),
				InheritedEnvironment.from(environment).variables());
		return CommandResult.of(command, Duration.ofSeconds(20), (line) -> {
		}).succeeded();
	}

	boolean isSupported() {
		String[] parts = this.version.split("\\.", 3);
		return parts.length == 3 && "3".equals(parts[0]) && Integer.parseInt(parts[1]) >= OLDEST_MINOR
				&& Integer.parseInt(parts[1]) <= 13;
	}

}

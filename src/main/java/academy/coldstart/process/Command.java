package academy.coldstart.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run: the command line, where, and the whole environment. Nothing is inherited
 * from the environment of this application.
 *
 * @param line the program and its arguments
 * @param directory the working directory
 * @param environment all environment variables of the process
 */
public record Command(List<String> line, Path directory, Map<String, String> environment) {

	public Command {
		if (line.isEmpty()) {
			throw new IllegalArgumentException("A command needs a program to run");
		}
		line = List.copyOf(line);
		environment = Map.copyOf(environment);
	}

}

package academy.coldstart.execution;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the environment host.
 *
 * @param directory where execution environments have their files, in a directory of each
 * run's own
 * @param runtimes the directory with the runtime of each language
 */
@ConfigurationProperties("coldstart.execution")
record ExecutionProperties(@DefaultValue("/var/tmp") Path directory, @DefaultValue("runtimes") Path runtimes) {

	ExecutionProperties {
		runtimes = withoutLinks(runtimes);
	}

	private static Path withoutLinks(Path directory) {
		// A function's own view of the file system has directories where they really are.
		try {
			return directory.toRealPath();
		}
		catch (IOException ex) {
			// Whoever needs it says that it is missing.
			return directory;
		}
	}

}

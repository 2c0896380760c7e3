package academy.coldstart.engine.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import academy.coldstart.engine.fleet.EmulatorSettings;

/**
 * Finds the processes of instances by the root directory in their environment. LocalStack
 * starts some in sessions of their own, such as DynamoDB Local, which live on when it
 * ends.
 */
final class InstanceProcesses {

	private InstanceProcesses() {
	}

	/**
	 * Find the processes of all instances whose root directory is the given one or below.
	 * @param directory a root directory, or the one that holds several
	 * @return the living processes
	 */
	static List<ProcessHandle> below(Path directory) {
		String setting = EmulatorSettings.ROOT + "=" + directory.toAbsolutePath().normalize();
		return ProcessHandle.allProcesses().filter((process) -> has(process, setting)).toList();
	}

	/**
	 * End them at once.
	 * @param directory a root directory
	 * @return how many there were
	 */
	static int end(Path directory) {
		List<ProcessHandle> processes = below(directory);
		processes.forEach(ProcessHandle::destroyForcibly);
		return processes.size();
	}

	private static boolean has(ProcessHandle process, String setting) {
		try {
			String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"),
					StandardCharsets.ISO_8859_1);
			return environment.startsWith(setting) || environment.contains('\0' + setting);
		}
		catch (IOException ex) {
			return false;
		}
	}

}

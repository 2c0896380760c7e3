package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.ProcessStartFailed;
import academy.coldstart.process.Signals;

/**
 * What this application may do on this machine to keep learner programs apart.
 */
enum Privileges {

	/** Other user ids and an own view of the file system for each program. */
	USERS_AND_VIEWS,

	/** Other user ids, but no own view: root in a container. */
	USERS,

	/** Nothing: an ordinary user, whose programs run as that user. */
	NONE;

	static Privileges find() {
		if (Signals.userId() != 0) {
			return NONE;
		}
		return succeeds(List.of("unshare", "--mount", "--propagation", "private", "--", "true")) ? USERS_AND_VIEWS
				: USERS;
	}

	static boolean succeeds(List<String> line) {
		try {
			Command command = new Command(line, Path.of("/"), Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
			return ChildProcess.start(command).exit().join() == 0;
		}
		catch (ProcessStartFailed ex) {
			return false;
		}
	}

}

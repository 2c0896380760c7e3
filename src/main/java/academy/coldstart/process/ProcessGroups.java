package academy.coldstart.process;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Sends signals to process groups, which the JDK cannot.
 */
final class ProcessGroups {

	private static final int NO_SUCH_PROCESS = 3;

	private static final LibC LIB_C = Native.load("c", LibC.class);

	private ProcessGroups() {
	}

	/**
	 * Signal all members of a group.
	 * @param group the id of the group
	 * @param signal the signal
	 * @return whether there was such a group
	 */
	static boolean signalGroup(long group, Signal signal) {
		return send(-checked(group), signal);
	}

	/**
	 * Signal one process. Does nothing when it is gone.
	 * @param process the id of the process
	 * @param signal the signal
	 */
	static void signalProcess(long process, Signal signal) {
		send(checked(process), signal);
	}

	private static long checked(long id) {
		if (id <= 1) {
			throw new IllegalArgumentException("Process " + id + " is not ours to signal");
		}
		return id;
	}

	private static boolean send(long target, Signal signal) {
		if (LIB_C.kill((int) target, signal.number()) == 0) {
			return true;
		}
		int error = Native.getLastError();
		if (error != NO_SUCH_PROCESS) {
			throw new IllegalStateException("Signal " + signal + " to " + target + " failed with error " + error);
		}
		return false;
	}

	/**
	 * The function of the C library that is used.
	 */
	private interface LibC extends Library {

		int kill(int pid, int signal);

	}

}

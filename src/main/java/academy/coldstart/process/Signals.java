package academy.coldstart.process;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Sends signals to single processes, for those that left the group they were started in.
 */
public final class Signals {

	private static final LibC LIB_C = Native.load("c", LibC.class);

	private Signals() {
	}

	/**
	 * Send a signal to one process. Does nothing when it has ended or is not ours.
	 * @param pid the process id
	 * @param signal the signal
	 */
	public static void send(long pid, Signal signal) {
		if (pid <= 1) {
			throw new IllegalArgumentException("Process " + pid + " is not ours to signal");
		}
		LIB_C.kill((int) pid, signal.number());
	}

	/**
	 * Send a signal to all members of a process group. Does nothing when there is none.
	 * @param group the id of the group
	 * @param signal the signal
	 */
	public static void sendToGroup(long group, Signal signal) {
		if (group <= 1) {
			throw new IllegalArgumentException("Process group " + group + " is not ours to signal");
		}
		LIB_C.kill((int) -group, signal.number());
	}

	/**
	 * Return the numeric user id that this application runs as.
	 * @return the id, 0 for root
	 */
	public static int userId() {
		return LIB_C.geteuid();
	}

	/**
	 * The functions of the C library that are used.
	 */
	private interface LibC extends Library {

		int kill(int pid, int signal);

		int geteuid();

	}

}

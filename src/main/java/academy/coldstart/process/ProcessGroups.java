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

	static void signal(long group, Signal signal) {
		if (group <= 1) {
			throw new IllegalArgumentException("Process group " + group + " is not ours to signal");
		}
		if (LIB_C.kill((int) -group, signal.number()) != 0 && Native.getLastError() != NO_SUCH_PROCESS) {
			throw new IllegalStateException(
					"Signal " + signal + " to process group " + group + " failed with error " + Native.getLastError());
		}
	}

	/**
	 * The function of the C library that is used.
	 */
	private interface LibC extends Library {

		int kill(int pid, int signal);

	}

}

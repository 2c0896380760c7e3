package academy.coldstart.isolation;

import java.util.Optional;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;

/**
 * Reads how many files there are in the temporary directory of a sandbox, which the
 * system does not limit. No file in it is opened.
 */
final class ScratchGauge implements AutoCloseable {

	/** O_PATH, O_DIRECTORY, O_NOFOLLOW and O_CLOEXEC, as x86-64 has them. */
	private static final int OPEN_FLAGS = 010000000 | 0200000 | 0400000 | 02000000;

	/** The same on ARM, where two of them differ. */
	private static final int OPEN_FLAGS_ARM = 010000000 | 040000 | 0100000 | 02000000;

	/** Where {@code struct statvfs} has f_files and f_ffree. */
	private static final int FILES = 40;

	private static final int FREE_FILES = 48;

	private static final int STATVFS_BYTES = 256;

	private static final LibC LIB_C = Native.load("c", LibC.class);

	private final int descriptor;

	private ScratchGauge(int descriptor) {
		this.descriptor = descriptor;
	}

	/**
	 * Open the temporary directory that a process sees.
	 * @param pid the process
	 * @return the gauge, or empty when the process is gone or hides itself
	 */
	static Optional<ScratchGauge> of(long pid) {
		int flags = System.getProperty("os.arch", "").equals("aarch64") ? OPEN_FLAGS_ARM : OPEN_FLAGS;
		int descriptor = LIB_C.open("/proc/" + pid + "/root/tmp", flags);
		return (descriptor < 0) ? Optional.empty() : Optional.of(new ScratchGauge(descriptor));
	}

	/**
	 * Count the files and directories.
	 * @return the number, 0 when the system does not tell
	 */
	long files() {
		try (Memory statvfs = new Memory(STATVFS_BYTES)) {
			statvfs.clear();
			return (LIB_C.fstatvfs(this.descriptor, statvfs) != 0) ? 0
					: statvfs.getLong(FILES) - statvfs.getLong(FREE_FILES);
		}
	}

	@Override
	public void close() {
		LIB_C.close(this.descriptor);
	}

	/**
	 * The functions of the C library that are used.
	 */
	private interface LibC extends Library {

		int open(String path, int flags);

		int fstatvfs(int descriptor, Memory result);

		int close(int descriptor);

	}

}

package academy.coldstart.submission;

/**
 * The limits of an upload, which {@code docs/limits.md} publishes. Every count is our
 * own; sizes that a sender states decide nothing.
 */
final class Limits {

	static final int FILES = 100;

	static final int FILE_BYTES = 1024 * 1024;

	static final int TOTAL_BYTES = 5 * 1024 * 1024;

	static final int ARCHIVE_BYTES = 10 * 1024 * 1024;

	/** Files, folders and ignored files together. */
	static final int ENTRIES = 2000;

	static final int PATH_CHARACTERS = 200;

	static final int PATH_DEPTH = 12;

	/** How many times larger than the archive its files may be, beyond one full file. */
	static final int RATIO = 100;

	private Limits() {
	}

}

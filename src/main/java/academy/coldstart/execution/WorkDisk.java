package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

import academy.coldstart.process.DiskSpace;

/**
 * The disk on which functions have their files.
 *
 * @param directory the directory below which each environment host has its own, which
 * need not exist
 */
public record WorkDisk(Path directory) {

	private static final long MEGABYTE = 1024L * 1024;

	/** For the code of a run, unpacked, and what its functions write. */
	private static final long NEEDED = 50 * MEGABYTE;

	/** With less nothing works any more. */
	private static final long LEAST = MEGABYTE;

	/**
	 * Look whether there is too little room to begin a run.
	 * @return what is wrong, as a sentence, or empty
	 */
	public Optional<String> shortage() {
		return (usable() >= NEEDED) ? Optional.empty() : Optional
			.of("The disk with " + this.directory + " is full: functions need " + NEEDED / MEGABYTE + " MB there.");
	}

	/**
	 * Look whether nothing more can be written in the middle of a run.
	 * @return what is wrong, as a sentence, or empty
	 */
	Optional<String> fault() {
		return (usable() >= LEAST) ? Optional.empty() : Optional.of("The disk with " + this.directory + " is full.");
	}

	private long usable() {
		try {
			return DiskSpace.usable(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("It could not be found out how full the disk with " + this.directory + " is",
					ex);
		}
	}

}

package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.Optional;

import academy.coldstart.process.DiskSpace;

/**
 * The disk on which functions have their files.
 *
 * @param space its room
 */
public record WorkDisk(DiskSpace space) {

	/**
	 * Name the disk.
	 * @param directory the directory below which each environment host has its own
	 */
	WorkDisk(Path directory) {
		this(new DiskSpace(directory));
	}

	/**
	 * Look whether there is too little room to begin a run.
	 * @return what is wrong, as a sentence, or empty
	 */
	public Optional<String> shortage() {
		return this.space.isShort() ? Optional.of(this.space.shortage("functions need")) : Optional.empty();
	}

	/**
	 * Look whether nothing more can be written in the middle of a run.
	 * @return what is wrong, as a sentence, or empty
	 */
	Optional<String> fault() {
		return this.space.fault();
	}

}

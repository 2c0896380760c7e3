package academy.coldstart.engine.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import academy.coldstart.engine.fleet.Hindrance;
import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.process.DiskSpace;

/**
 * The disk on which running engines keep their files.
 *
 * @param instances the folder with the folders of engines, which need not exist
 */
record InstanceDisk(Path instances) {

	private static final long MEGABYTE = 1024L * 1024;

	/** What an engine writes, with room to spare. */
	private static final long NEEDED = 50 * MEGABYTE;

	/** With less nothing works any more. */
	private static final long LEAST = MEGABYTE;

	/**
	 * Look whether a new engine would find too little room.
	 * @return what is wrong and what to do, or empty
	 */
	Optional<Hindrance> hindrance() {
		if (usable() >= NEEDED) {
			return Optional.empty();
		}
		return Optional.of(new Hindrance(
				"The disk with " + this.instances + " is full: the engine needs " + NEEDED / MEGABYTE + " MB there.",
				List.of("Make room on that disk; the engine then starts by itself.",
						"Or choose another disk with coldstart.engine.instances.")));
	}

	/**
	 * Look whether a running engine can write no more.
	 * @return what is wrong, as a sentence, or empty
	 */
	Optional<String> fault() {
		return (usable() < LEAST) ? Optional.of("The disk with " + this.instances + " is full.") : Optional.empty();
	}

	private long usable() {
		try {
			return DiskSpace.usable(this.instances);
		}
		catch (IOException ex) {
			throw new InstanceFailed(
					"It could not be found out how full the disk with " + this.instances + " is: " + ex + ".", ex);
		}
	}

}

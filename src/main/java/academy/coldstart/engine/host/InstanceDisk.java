package academy.coldstart.engine.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import academy.coldstart.engine.fleet.Hindrance;
import academy.coldstart.process.DiskSpace;

/**
 * The disk on which running engines keep their files.
 *
 * @param space its room
 */
record InstanceDisk(DiskSpace space) {

	InstanceDisk(Path instances) {
		this(new DiskSpace(instances));
	}

	/**
	 * Look whether a new engine would find too little room.
	 * @return what is wrong and what to do, or empty
	 */
	Optional<Hindrance> hindrance() {
		return this.space
			.isShort()
					? Optional.of(
							new Hindrance(this.space.shortage("the engine needs"),
									List.of("Make room on that disk; the engine then starts by itself.",
											"Or choose another disk with coldstart.engine.instances.")))
					: Optional.empty();
	}

	/**
	 * Look whether a running engine can write no more.
	 * @return what is wrong, as a sentence, or empty
	 */
	Optional<String> fault() {
		return this.space.fault();
	}

}

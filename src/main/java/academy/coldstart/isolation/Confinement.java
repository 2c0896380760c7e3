package academy.coldstart.isolation;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a learner program may see and use.
 *
 * @param scratch an existing empty directory that becomes its private temporary directory
 * @param readable the directories that it reads and never changes
 * @param placed more of them, by where it should see them; an isolation without a file
 * system of its own leaves them where they are
 * @param reachable the addresses on the loopback interface that it talks to, which are
 * the same inside
 * @param limits its limits
 */
public record Confinement(Path scratch, List<Path> readable, Map<Path, Path> placed, List<URI> reachable,
		Limits limits) {

	public Confinement {
		readable = List.copyOf(readable);
		placed = Map.copyOf(placed);
		reachable = List.copyOf(reachable);
	}

	/**
	 * Return all directories that the program reads, where they are on this machine.
	 * @return the directories
	 */
	List<Path> directories() {
		List<Path> all = new ArrayList<>(this.readable);
		all.addAll(this.placed.values());
		return all;
	}

}

package academy.coldstart.isolation;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a learner program may see and use.
 *
 * @param scratch an existing empty directory that becomes its private temporary directory
 * @param readable the directories that it reads and never changes
 * @param reachable the addresses on the loopback interface that it talks to, which are
 * the same inside
 * @param limits its limits
 */
public record Confinement(Path scratch, List<Path> readable, List<URI> reachable, Limits limits) {

	public Confinement {
		readable = List.copyOf(readable);
		reachable = List.copyOf(reachable);
	}

}

package academy.coldstart.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import academy.coldstart.engine.fleet.Owner;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Ends what a killed application left running and removes its files.
 */
final class Orphans {

	private static final Log logger = LogFactory.getLog(Orphans.class);

	private Orphans() {
	}

	static void end(Path instances) {
		if (!Files.isDirectory(instances)) {
			return;
		}
		try (Stream<Path> roots = Files.list(instances.toAbsolutePath().normalize())) {
			roots.filter(Files::isDirectory).filter(Orphans::isOrphan).forEach(Orphans::remove);
		}
		catch (IOException ex) {
			logger.warn("It could not be found out whether engines were left behind in " + instances, ex);
		}
	}

	private static boolean isOrphan(Path root) {
		try {
			Instant anHourAgo = Instant.now().minus(1, ChronoUnit.HOURS);
			return Owner.readFrom(root)
				.map((owner) -> !owner.isAlive())
				.orElse(Files.getLastModifiedTime(root).toInstant().isBefore(anHourAgo));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void remove(Path root) {
		int processes = InstanceProcesses.end(root);
		logger.info("Removed an engine that was left behind, root=" + root + " processes=" + processes);
		new InstanceDirectory(root).delete();
	}

}

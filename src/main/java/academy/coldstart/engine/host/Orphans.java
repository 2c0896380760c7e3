package academy.coldstart.engine.host;

import java.nio.file.Path;

import academy.coldstart.process.ProcessFolder;
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
		ProcessFolder.removeAbandoned(instances, InstanceDirectory.PREFIX, Orphans::remove);
	}

	private static void remove(Path root) {
		int processes = InstanceProcesses.end(root);
		logger.info("Removed an engine that was left behind, root=" + root + " processes=" + processes);
		InstanceDirectory.delete(root);
	}

}

package academy.coldstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room that is left on the disk of a folder.
 */
public final class DiskSpace {

	private DiskSpace() {
	}

	/**
	 * Return how much this application can still write.
	 * @param folder the folder; when it does not exist, what counts is where it would be
	 * made
	 * @return the room in bytes
	 * @throws IOException when the system does not tell
	 */
	public static long usable(Path folder) throws IOException {
		Path existing = folder.toAbsolutePath().normalize();
		while (!Files.exists(existing) && existing.getParent() != null) {
			existing = existing.getParent();
		}
		return Files.getFileStore(existing).getUsableSpace();
	}

}

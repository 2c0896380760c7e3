package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import academy.coldstart.isolation.AbandonedPrograms;
import academy.coldstart.isolation.Directories;
import academy.coldstart.process.ProcessFolder;

/**
 * The directory of one running environment host. Those of hosts that died are deleted
 * when a new one is made, after the functions that still run in them were ended.
 */
final class WorkDirectory implements AutoCloseable {

	private static final String PREFIX = "coldstart-";

	private final ProcessFolder folder;

	private final Path path;

	WorkDirectory(Path base) {
		try {
			Path real = Files.createDirectories(base).toRealPath();
			ProcessFolder.removeAbandoned(real, PREFIX, WorkDirectory::remove);
			this.folder = ProcessFolder.create(real, PREFIX);
			this.path = this.folder.path();
			Files.setPosixFilePermissions(this.path, PosixFilePermissions.fromString("rwx--x--x"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No working directory could be made in " + base, ex);
		}
	}

	Path path() {
		return this.path;
	}

	Path make(String name) {
		try {
			return Files.createDirectory(this.path.resolve(name),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No directory could be made in " + this.path, ex);
		}
	}

	private static void remove(Path abandoned) {
		AbandonedPrograms.endBelow(abandoned);
		Directories.delete(abandoned);
	}

	@Override
	public void close() {
		Directories.delete(this.path);
		this.folder.close();
	}

}

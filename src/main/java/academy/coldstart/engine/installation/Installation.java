package academy.coldstart.engine.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings a kit to completion, step by step, one process of this machine at a time. It
 * goes on after the last completed step when it was interrupted.
 */
class Installation {

	private static final long NEEDED_BYTES = 900L * 1024 * 1024;

	private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

	private final Path cache;

	private final String name;

	private final List<InstallationStep> steps;

	Installation(Path cache, String name, List<InstallationStep> steps) {
		this.cache = cache;
		this.name = name;
		this.steps = List.copyOf(steps);
	}

	/**
	 * Return the complete kit, installing what is missing.
	 * @param progress hears about every step
	 * @return the kit
	 * @throws InstallationFailed when it cannot be completed
	 */
	Kit complete(Progress progress) {
		Kit kit = new Kit(this.cache.resolve(this.name));
		if (kit.isComplete()) {
			return kit;
		}
		WITHIN_THIS_PROCESS.lock();
		try {
			Files.createDirectories(kit.directory());
			return completeAlone(kit, progress);
		}
		catch (IOException ex) {
			throw new InstallationFailed("The folder " + kit.directory() + " could not be written: " + ex + ".", ex,
					"Make it writable and check that the disk is not full, or choose another folder with coldstart.engine.cache.");
		}
		finally {
			WITHIN_THIS_PROCESS.unlock();
		}
	}

	private Kit completeAlone(Kit kit, Progress progress) throws IOException {
		Path lockFile = this.cache.resolve(this.name + ".lock");
		try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = lock(channel, progress)) {
			if (lock.isValid() && !kit.isComplete()) {
				runSteps(kit, progress);
				Files.createFile(kit.directory().resolve(Kit.COMPLETE));
			}
			return kit;
		}
	}

	private static FileLock lock(FileChannel channel, Progress progress) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return lock;
			}
		}
		catch (OverlappingFileLockException ex) {
			throw new IllegalStateException("Locked by this process already", ex);
		}
		progress.report("Waiting for another Coldstart on this machine that installs the engine.");
		return channel.lock();
	}

	private void runSteps(Kit kit, Progress progress) throws IOException {
		requireRoom(kit);
		for (int i = 0; i < this.steps.size(); i++) {
			InstallationStep step = this.steps.get(i);
			Path done = kit.directory().resolve("." + step.name() + ".done");
			if (!Files.exists(done)) {
				progress.report("Installing the engine: step " + (i + 1) + " of " + this.steps.size() + ", "
						+ step.title() + ".");
				step.run(kit);
				Files.createFile(done);
			}
		}
	}

	private void requireRoom(Kit kit) throws IOException {
		FileStore disk = Files.getFileStore(kit.directory());
		boolean begun = Files.exists(kit.directory().resolve(".packages.done"));
		if (!begun && disk.getUsableSpace() < NEEDED_BYTES) {
			throw new InstallationFailed(
					"The disk with " + this.cache + " has " + disk.getUsableSpace() / (1024 * 1024)
							+ " MB left, but the engine needs " + NEEDED_BYTES / (1024 * 1024) + " MB.",
					"Make room there, or choose another disk with coldstart.engine.cache.");
		}
	}

}

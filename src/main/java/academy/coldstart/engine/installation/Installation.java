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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Brings a kit to completion, step by step, one process of this machine at a time. It
 * goes on after the last completed step when it was interrupted.
 */
class Installation {

	static final String COMPLETE = ".complete";

	private static final Log logger = LogFactory.getLog(Installation.class);

	private static final long MEGABYTE = 1024L * 1024;

	private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

	private final Path cache;

	private final String name;

	private final List<InstallationStep> steps;

	private final Subject subject;

	private final Map<String, InstallationFailed> failures = new ConcurrentHashMap<>();

	Installation(Path cache, String name, List<InstallationStep> steps) {
		this(cache, name, steps, Subject.ENGINE);
	}

	Installation(Path cache, String name, List<InstallationStep> steps, Subject subject) {
		this.cache = cache;
		this.name = name;
		this.steps = List.copyOf(steps);
		this.subject = subject;
	}

	/**
	 * Return the complete kit, installing what is missing.
	 * @param progress hears about every step
	 * @return the kit
	 * @throws InstallationFailed when it cannot be completed
	 */
	Kit complete(Progress progress) {
		Kit kit = new Kit(this.cache.resolve(this.name));
		if (isComplete(kit) && this.steps.stream().allMatch((step) -> isDone(kit, step.name()))) {
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
				FileLock lock = lock(channel, this.subject, progress)) {
			if (lock.isValid()) {
				runSteps(kit, progress);
				if (!isComplete(kit)) {
					Files.createFile(kit.directory().resolve(COMPLETE));
				}
			}
			return kit;
		}
	}

	private static FileLock lock(FileChannel channel, Subject subject, Progress progress) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return lock;
			}
		}
		catch (OverlappingFileLockException ex) {
			throw new IllegalStateException("Locked by this process already", ex);
		}
		progress.report("Waiting for another Coldstart on this machine that installs " + subject.title + ".");
		return channel.lock();
	}

	private void runSteps(Kit kit, Progress progress) throws IOException {
		requireRoom(kit);
		for (int i = 0; i < this.steps.size(); i++) {
			InstallationStep step = this.steps.get(i);
			if (!isDone(kit, step.name())) {
				progress.report("Installing " + this.subject.title + ": step " + (i + 1) + " of " + this.steps.size()
						+ ", " + step.title() + ".");
				run(step, kit);
			}
		}
	}

	private void run(InstallationStep step, Kit kit) throws IOException {
		try {
			step.run(kit);
			Files.createFile(done(kit, step.name()));
		}
		catch (InstallationFailed ex) {
			if (!step.isOptional()) {
				throw ex;
			}
			logger.warn("The engine works without " + step.title() + ". " + ex.getMessage() + " "
					+ String.join(" ", ex.remedies()));
			this.failures.put(step.name(), ex);
		}
	}

	/**
	 * Return why an optional step is not done.
	 * @param step the name of the step
	 * @return why, or empty when it is done or was not tried by this installation
	 */
	Optional<InstallationFailed> failure(String step) {
		return Optional.ofNullable(this.failures.get(step));
	}

	static boolean isComplete(Kit kit) {
		return Files.exists(kit.directory().resolve(COMPLETE));
	}

	/**
	 * Tell whether a step of an installation is done.
	 * @param kit the installation
	 * @param step the name of the step
	 * @return whether it is
	 */
	static boolean isDone(Kit kit, String step) {
		return Files.exists(done(kit, step));
	}

	private static Path done(Kit kit, String step) {
		return kit.directory().resolve("." + step + ".done");
	}

	private void requireRoom(Kit kit) throws IOException {
		FileStore disk = Files.getFileStore(kit.directory());
		boolean begun = Files.exists(kit.directory().resolve("." + this.subject.largest + ".done"));
		if (!begun && disk.getUsableSpace() / MEGABYTE < this.subject.megabytes) {
			throw new InstallationFailed(
					"The disk with " + this.cache + " has " + disk.getUsableSpace() / MEGABYTE + " MB left, but "
							+ this.subject.title + " needs " + this.subject.megabytes + " MB.",
					"Make room there, or choose another disk with coldstart.engine.cache.");
		}
	}

	/**
	 * What is installed.
	 *
	 * @param title its name in sentences
	 * @param megabytes the room it needs
	 * @param largest the name of the step that takes most of it
	 */
	record Subject(String title, long megabytes, String largest) {

		static final Subject ENGINE = new Subject("the engine", 1200, "packages");

		static final Subject JAVA = new Subject("what Java functions need", 300, "libraries");

	}

}

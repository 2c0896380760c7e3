package academy.coldstart.attack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import academy.coldstart.isolation.Directories;
import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.Signal;

import org.springframework.util.ClassUtils;

/**
 * Another platform, with a program in its sandbox, that exists to be killed.
 */
final class HeldPlatform implements AutoCloseable {

	/** What it prints as soon as its program runs, before the directory of that. */
	static final String READY = "holding ";

	/** Only the packaged application has it. */
	private static final String LAUNCHER = "org.springframework.boot.loader.launch.Launcher";

	private final ChildProcess process;

	private Path scratch = Path.of("");

	private HeldPlatform(ChildProcess process) {
		this.process = process;
	}

	/**
	 * Start it and wait until its program runs.
	 * @return the platform
	 * @throws IOException when it does not come up
	 */
	static HeldPlatform start() throws IOException {
		HeldPlatform held = new HeldPlatform(
				ChildProcess.start(new Command(commandLine(), Path.of("").toAbsolutePath(), System.getenv())));
		Thread.ofVirtual().start(() -> held.process.errorReader().lines().forEach((line) -> {
		}));
		String line = held.process.outputReader().readLine();
		if (line == null || !line.startsWith(READY)) {
			held.close();
			throw new IOException("Another platform did not start: " + line);
		}
		held.scratch = Path.of(line.substring(READY.length()));
		return held;
	}

	private static List<String> commandLine() {
		List<String> line = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		String classPath = System.getProperty("java.class.path");
		boolean packaged = ClassUtils.isPresent(LAUNCHER, HeldPlatform.class.getClassLoader());
		line.addAll(packaged ? List.of("-jar", classPath)
				: List.of("-cp", classPath, "academy.coldstart.ColdstartApplication"));
		line.addAll(List.of("attack", "--hold"));
		return line;
	}

	/**
	 * Kill it, and wait until nothing is left of what it started.
	 * @param patience how long to wait
	 * @return the processes that are left
	 */
	List<Long> kill(Duration patience) {
		List<ProcessHandle> started = ProcessHandle.of(this.process.pid())
			.stream()
			.flatMap(ProcessHandle::descendants)
			.toList();
		if (started.size() < 5) {
			throw new IllegalStateException("Another platform has only " + started.size() + " processes");
		}
		this.process.signal(Signal.KILL);
		long end = System.nanoTime() + patience.toNanos();
		while (alive(started).findAny().isPresent() && System.nanoTime() < end) {
			LockSupport.parkNanos(1_000_000);
		}
		return alive(started).map(ProcessHandle::pid).toList();
	}

	private static Stream<ProcessHandle> alive(List<ProcessHandle> started) {
		return started.stream().filter(ProcessHandle::isAlive);
	}

	@Override
	public void close() {
		this.process.signal(Signal.KILL);
		if (this.scratch.isAbsolute()) {
			Directories.delete(this.scratch);
		}
	}

}

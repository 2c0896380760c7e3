package academy.coldstart.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Limits;
import academy.coldstart.process.Command;

/**
 * Kills a program whose processes left its session, and looks what the machine shows of
 * it afterwards.
 */
final class KillDrill {

	static final Limits LIMITS = new Limits(64L * 1024 * 1024, 64L * 1024 * 1024, 128, 1024, 16L * 1024 * 1024, 1000);

	private static final String SCRIPT = "trap '' TERM; for i in 1 2 3 4; do setsid sleep 600 & done; echo ready; wait";

	private static final int DAEMONS = 4;

	private static final long PATIENCE_NANOS = 10_000_000_000L;

	private KillDrill() {
	}

	/**
	 * Start such a program, and keep it.
	 * @param isolation what keeps it apart
	 * @param scratch its temporary directory
	 * @param ready is told as soon as it runs
	 * @throws IOException when it does not run
	 */
	static void hold(Isolation isolation, Path scratch, Runnable ready) throws IOException {
		try (Cell cell = isolation.open(confinement(scratch))) {
			ConfinedProcess process = start(cell);
			ready.run();
			process.exit().join();
		}
	}

	private static Confinement confinement(Path scratch) {
		return new Confinement(scratch, List.of(), Map.of(), List.of(), LIMITS);
	}

	private static Command program() {
		return new Command(List.of("/bin/sh", "-c", SCRIPT), Path.of("/"), Map.of("PATH", "/usr/bin:/bin"));
	}

	/**
	 * Run such a program, and kill it.
	 * @param isolation what keeps it apart
	 * @return what the machine still shows of it a while later
	 * @throws IOException when it does not run
	 */
	static Set<String> kill(Isolation isolation) throws IOException {
		Path scratch = Files.createTempDirectory(Path.of("/var/tmp"), "canary-kill-");
		Set<String> before = isolation.remains();
		try (Cell cell = isolation.open(confinement(scratch))) {
			ConfinedProcess process = start(cell);
			if (isolation.remains().stream().filter((each) -> !before.contains(each)).count() < DAEMONS) {
				throw new IllegalStateException("The machine does not show the program that is to be killed");
			}
			process.kill();
		}
		return left(isolation, before);
	}

	private static Set<String> left(Isolation isolation, Set<String> before) {
		long end = System.nanoTime() + PATIENCE_NANOS;
		while (true) {
			Set<String> left = new TreeSet<>(isolation.remains());
			left.removeAll(before);
			if (left.isEmpty() || System.nanoTime() > end) {
				return left;
			}
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static ConfinedProcess start(Cell cell) throws IOException {
		ConfinedProcess process = cell.start(program());
		requireOutput(process);
		return process;
	}

	/**
	 * Wait until a program has written something.
	 * @param process the program
	 * @throws IOException when it ended before
	 */
	static void requireOutput(ConfinedProcess process) throws IOException {
		if (process.standardOutput().read() < 0) {
			throw new IOException("The program ended before it had begun");
		}
	}

}

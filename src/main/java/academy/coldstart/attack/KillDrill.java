package academy.coldstart.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Directories;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Limits;
import academy.coldstart.process.Command;

/**
 * Kills programs that left their session many times over, and measures how long it takes
 * until the machine shows nothing of them.
 */
final class KillDrill {

	static final Limits LIMITS = new Limits(64L * 1024 * 1024, 64L * 1024 * 1024, 128, 1024, 16L * 1024 * 1024, 1000);

	private static final String SCRIPT = "trap '' TERM; for i in 1 2 3 4; do setsid sleep 600 & done; echo ready; wait";

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
			ConfinedProcess process = cell.start(program());
			process.standardOutput().read();
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

	static KillTimes measure(Isolation isolation, int kills) throws IOException {
		List<Double> times = new ArrayList<>();
		Path base = Files.createTempDirectory(Path.of("/var/tmp"), "canary-kill-");
		try {
			for (int i = 0; i < kills; i++) {
				times.add(kill(isolation, Files.createDirectory(base.resolve(Integer.toString(i)))));
			}
		}
		finally {
			Directories.delete(base);
		}
		return new KillTimes(times);
	}

	private static double kill(Isolation isolation, Path scratch) throws IOException {
		Set<String> before = isolation.remains();
		Cell cell = isolation.open(confinement(scratch));
		try {
			ConfinedProcess process = cell.start(program());
			process.standardOutput().read();
			long start = System.nanoTime();
			process.kill();
			cell.close();
			while (!before.containsAll(isolation.remains()) && System.nanoTime() - start < PATIENCE_NANOS) {
				LockSupport.parkNanos(500_000);
			}
			return (System.nanoTime() - start) / 1e6;
		}
		finally {
			cell.close();
		}
	}

}

package academy.coldstart.attack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.process.Command;

import org.springframework.stereotype.Component;

/**
 * Starts a sandbox from a thread that ends: the kernel sends the signal that parents
 * leave for their children when the thread ends that made the child.
 */
@Component
final class SpawnerDrill implements Drill {

	private static final Command PROGRAM = new Command(List.of("/bin/sh", "-c", "echo ready; sleep 600"), Path.of("/"),
			Map.of("PATH", "/usr/bin:/bin"));

	@Override
	public String name() {
		return "spawner";
	}

	@Override
	public Finding run(AttackCase attack, Site site) throws Exception {
		Path scratch = Files.createTempDirectory(Path.of("/var/tmp"), "canary-spawner-");
		try (Cell cell = site.platform()
			.isolation()
			.open(new Confinement(scratch, List.of(), Map.of(), List.of(), KillDrill.LIMITS))) {
			ConfinedProcess process = startedByAThreadThatEnds(cell);
			KillDrill.requireOutput(process);
			return outlives(process) ? attack.asExpected("the program went on for a second after the thread had ended")
					: Finding.escaped("the program ended with exit code " + process.exit().join());
		}
	}

	private static ConfinedProcess startedByAThreadThatEnds(Cell cell) throws Exception {
		FutureTask<ConfinedProcess> start = new FutureTask<>(() -> cell.start(PROGRAM));
		Thread starter = new Thread(start);
		starter.start();
		starter.join();
		return start.get();
	}

	private static boolean outlives(ConfinedProcess process) throws InterruptedException, ExecutionException {
		try {
			process.exit().get(1, TimeUnit.SECONDS);
			return false;
		}
		catch (TimeoutException ex) {
			return true;
		}
	}

}

package academy.coldstart.attack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
			CompletableFuture<ConfinedProcess> started = new CompletableFuture<>();
			Thread starter = new Thread(
					() -> started.complete(cell.start(new Command(List.of("/bin/sh", "-c", "echo ready; sleep 600"),
							Path.of("/"), Map.of("PATH", "/usr/bin:/bin")))));
			starter.start();
			starter.join();
			ConfinedProcess process = started.get(1, TimeUnit.MINUTES);
			process.standardOutput().read();
			return new Finding(Outcome.ESCAPED,
					"the program ended with exit code " + process.exit().get(1, TimeUnit.SECONDS));
		}
		catch (TimeoutException ex) {
			return attack.asExpected("the program went on for a second after the thread had ended");
		}
	}

}

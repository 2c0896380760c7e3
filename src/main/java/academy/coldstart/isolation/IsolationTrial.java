package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.process.Command;

/**
 * Starts a harmless program in the way learner programs are started, so that a machine on
 * which that fails is not taken for a fault of a learner.
 */
final class IsolationTrial {

	private static final Limits LIMITS = new Limits(128L * 1024 * 1024, 64L * 1024 * 1024, 128, 1024, 1024 * 1024,
			1000);

	private final Isolation isolation;

	IsolationTrial(Isolation isolation) {
		this.isolation = isolation;
	}

	Optional<String> obstacle() {
		try {
			Path scratch = Files.createTempDirectory(Path.of("/var/tmp"), "coldstart-trial-");
			Confinement confinement = new Confinement(scratch, List.of(), Map.of(), List.of(), LIMITS);
			try (Cell cell = this.isolation.open(confinement)) {
				return judge(cell.start(new Command(List.of("/bin/sh", "-c", "id -u; echo x > /dev/null"), Path.of("/"),
						Map.of("PATH", "/usr/bin:/bin"))));
			}
		}
		catch (IOException | RuntimeException ex) {
			return Optional.of("Functions cannot be started on this machine: " + ex.getMessage());
		}
	}

	private static Optional<String> judge(ConfinedProcess process) throws IOException {
		String output = new String(process.standardOutput().readAllBytes(), StandardCharsets.UTF_8).strip();
		String errors = new String(process.standardError().readAllBytes(), StandardCharsets.UTF_8).strip();
		int code = process.exit().join();
		if (code == 0 && !output.isEmpty() && !output.equals("0")) {
			return Optional.empty();
		}
		return Optional
			.of("Functions cannot be started on this machine: a trial ended with exit code " + code + ". " + errors);
	}

}

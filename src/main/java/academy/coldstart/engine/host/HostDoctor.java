package academy.coldstart.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.installation.NodeDoctor;
import academy.coldstart.engine.installation.Python;
import academy.coldstart.engine.installation.PythonFinder;

/**
 * Examines whether LocalStack can run as a child process here.
 */
public class HostDoctor implements EngineDoctor {

	/** What only LocalStack as a child process needs. */
	public static final Set<String> OWN_SUBJECTS = Set.of("Python", "Python venv");

	private static final long MEGABYTE = 1024L * 1024;

	private static final long WANTED_MEMORY = 2_000;

	private static final long WANTED_DISK = 1_200;

	private final Map<String, String> environment;

	private final Path cache;

	private final NodeDoctor node;

	private final Supplier<Finding> java;

	/**
	 * Create a doctor.
	 * @param environment the environment variables of this application
	 * @param cache where installations are kept
	 * @param node examines Node.js functions
	 * @param java examines Java functions
	 */
	public HostDoctor(Map<String, String> environment, Path cache, NodeDoctor node, Supplier<Finding> java) {
		this.environment = Map.copyOf(environment);
		this.cache = cache;
		this.node = node;
		this.java = java;
	}

	@Override
	public List<Finding> examine() {
		List<Finding> findings = new ArrayList<>();
		findings.add(system());
		findings.add(jdk());
		findings.addAll(python());
		findings.add(this.java.get());
		findings.add(memory());
		findings.add(disk());
		findings.add(tool("setsid", Level.MISSING, "ends child processes together with what they started"));
		findings.add(tool("setpriv", Level.MISSING,
				"drops privileges of functions and ends programs together with Coldstart"));
		findings.add(tool("prlimit", Level.MISSING, "limits the memory of functions"));
		return List.copyOf(findings);
	}

	/**
	 * Look for what keeps LocalStack from running as a child process, where a container
	 * may help.
	 * @return what is missing, if anything is
	 */
	public Optional<Finding> obstacle() {
		return python().stream().filter((finding) -> finding.level() == Level.MISSING).findFirst();
	}

	private Finding system() {
		String name = System.getProperty("os.name") + " " + System.getProperty("os.arch");
		boolean linux = Files.isDirectory(Path.of("/proc/self/fd"));
		return new Finding("Operating system", linux ? Level.GOOD : Level.MISSING, name + ".",
				linux ? "" : "Run Coldstart in its container image.");
	}

	private Finding jdk() {
		Path home = Path.of(System.getProperty("java.home"));
		String found = "Java " + System.getProperty("java.version") + " in " + home + ".";
		return new Finding("JDK", Level.GOOD, found, "");
	}

	private List<Finding> python() {
		Path home = Path.of(this.environment.getOrDefault("HOME", System.getProperty("user.home")));
		Optional<Python> python = new PythonFinder(this.environment, home).find();
		if (python.isEmpty()) {
			return List.of(new Finding("Python", Level.MISSING, "No Python 3.12 or 3.13.",
					"Install one (Debian 13, Ubuntu 24.04: sudo apt install python3 python3-venv; elsewhere: uv python install 3.13) or set COLDSTART_PYTHON."));
		}
		return List.of(
				new Finding("Python", Level.GOOD,
						"Python " + python.get().version() + " at " + python.get().program() + ".", ""),
				venv(python.get()), this.node.examine(python));
	}

	private Finding venv(Python python) {
		boolean present = python.hasVenv(this.environment);
		return new Finding("Python venv", present ? Level.GOOD : Level.MISSING,
				present ? "The venv module is there." : "This Python lacks its venv module.",
				present ? "" : "On Debian and Ubuntu: sudo apt install python3-venv.");
	}

	private Finding memory() {
		try {
			long available = Files.readAllLines(Path.of("/proc/meminfo"))
				.stream()
				.filter((line) -> line.startsWith("MemAvailable:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.sum();
			boolean enough = available >= WANTED_MEMORY;
			return new Finding("Memory", enough ? Level.GOOD : Level.WEAK, available + " MB available.",
					enough ? "" : "The engine and a few functions need about " + WANTED_MEMORY + " MB.");
		}
		catch (IOException ex) {
			return new Finding("Memory", Level.WEAK, "It could not be found out: " + ex + ".", "");
		}
	}

	private Finding disk() {
		Path existing = this.cache.toAbsolutePath();
		while (!Files.exists(existing) && existing.getParent() != null) {
			existing = existing.getParent();
		}
		try {
			long free = Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
			boolean enough = free >= WANTED_DISK;
			return new Finding("Disk", enough ? Level.GOOD : Level.MISSING, free + " MB free for " + this.cache + ".",
					enough ? ""
							: "Make " + WANTED_DISK + " MB of room, or set coldstart.engine.cache to another disk.");
		}
		catch (IOException ex) {
			return new Finding("Disk", Level.WEAK, "It could not be found out: " + ex + ".", "");
		}
	}

	private Finding tool(String name, Level otherwise, String purpose) {
		Optional<Path> program = Stream.of(this.environment.getOrDefault("PATH", "").split(":", -1))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
		return program.map((path) -> new Finding(name, Level.GOOD, path + ".", ""))
			.orElseGet(() -> new Finding(name, otherwise, "Not found; it " + purpose + ".",
					"Install util-linux with the package manager of this system."));
	}

}

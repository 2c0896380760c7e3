package academy.coldstart.isolation;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.Command;

/**
 * Writes the command line of a sandbox. Every option is there for a reason that
 * {@code docs/decisions/0015-the-sandbox.md} tells.
 */
final class BubblewrapLine {

	/** Where the files that all sandboxes share are seen. */
	static final Path KIT = Path.of("/sbx/kit");

	private static final Path SOCKETS = Path.of("/sbx/run");

	private static final List<String> NAMESPACES = List.of("--unshare-user", "--disable-userns", "--unshare-pid",
			"--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--uid", "1000", "--gid", "1000",
			"--hostname", "sandbox", "--die-with-parent", "--new-session", "--as-pid-1", "--cap-drop", "ALL",
			"--clearenv");

	private static final long STACK = 1024L * 1024;

	/**
	 * How far the kernel's own limit lies above ours, which ends the program with a
	 * reason.
	 */
	private static final int PROCESS_HEADROOM = 16;

	private final List<String> arguments = new ArrayList<>();

	BubblewrapLine(Bubblewrap bubblewrap, SandboxFiles files) {
		this.arguments.add(bubblewrap.program().toString());
		this.arguments.addAll(NAMESPACES);
		this.arguments.addAll(SystemFolders.arguments());
		bind(files.etc(), Path.of("/etc"));
		files.settings().forEach((settings) -> bind(settings, settings));
		add("--dir", "/opt", "--dir", "/var", "--proc", "/proc", "--dev", "/dev");
		// Shared mappings of it would be memory that nobody counts.
		add("--dev-bind", "/dev/full", "/dev/zero");
	}

	/**
	 * Say what the program sees and may write.
	 * @param scratchBytes the size of {@code /tmp}
	 * @param view the directories it reads
	 * @param stage where they are bound from
	 * @return this
	 */
	BubblewrapLine view(long scratchBytes, SandboxView view, Stage stage) {
		add("--size", Long.toString(scratchBytes), "--perms", "1777", "--tmpfs", "/tmp");
		this.arguments.addAll(view.arguments(stage));
		return this;
	}

	/**
	 * Close everything and name the first process with the ways out that it offers.
	 * @param files the shared files
	 * @param init the first process
	 * @param bridges the ways out
	 * @return this
	 */
	BubblewrapLine init(SandboxFiles files, InitProgram init, SocketBridges bridges) {
		bind(files.kit(), KIT);
		bind(bridges.directory(), SOCKETS);
		add("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--seccomp", "3", "--");
		this.arguments.addAll(init.line(KIT));
		add("--started", SOCKETS.resolve(SocketBridges.STARTED).toString());
		for (URI address : bridges.addresses()) {
			add("--listen", address.getPort() + "=" + SOCKETS.resolve(Integer.toString(address.getPort())));
		}
		return this;
	}

	/**
	 * Add the program with its limits and its environment, which the first process gives
	 * to it and to nobody else.
	 * @param command the program
	 * @param limits the limits
	 * @return the whole line
	 */
	List<String> program(Command command, Limits limits) {
		limit("core", 0);
		limit("nofile", limits.openFiles());
		limit("nproc", (long) limits.processes() + PROCESS_HEADROOM);
		limit("fsize", limits.scratchBytes());
		limit("data", limits.memoryBytes() + limits.dataHeadroomBytes());
		limit("stack", STACK);
		for (Map.Entry<String, String> variable : command.environment().entrySet()) {
			add("--env", variable.getKey() + "=" + variable.getValue());
		}
		add("--dir", command.directory().toString(), "--");
		this.arguments.addAll(command.line());
		return List.copyOf(this.arguments);
	}

	private void limit(String name, long value) {
		add("--limit", name + "=" + value);
	}

	private void bind(Path directory, Path place) {
		add("--ro-bind", directory.toString(), place.toString());
	}

	private void add(String... more) {
		this.arguments.addAll(List.of(more));
	}

}

package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox for one learner program.
 */
final class SandboxCell implements Cell {

	private static final Path TMP = Path.of("/tmp");

	private final Confinement confinement;

	private final SandboxParts parts;

	private final SandboxView view;

	private final Stage stage;

	private final SocketBridges bridges;

	private final @Nullable Integer user;

	private final @Nullable ControlGroup group;

	private @Nullable SandboxProcess process;

	private boolean closed;

	SandboxCell(Confinement confinement, SandboxParts parts) {
		this.confinement = confinement;
		this.parts = parts;
		this.view = SandboxView.of(confinement);
		Path scratch = confinement.scratch();
		this.stage = new Stage((parts.users() != null) ? confinement.directories() : List.of(),
				scratch.resolveSibling(scratch.getFileName() + ".mounts"));
		this.user = (parts.users() != null) ? parts.users().take() : null;
		this.bridges = open(confinement, parts.files().newSockets());
		this.group = group(confinement.limits());
	}

	private SocketBridges open(Confinement wanted, Path sockets) {
		try {
			SocketBridges opened = new SocketBridges(sockets, wanted.reachable());
			if (this.user != null) {
				Directories.giveTo(this.user, sockets);
			}
			return opened;
		}
		catch (IOException ex) {
			giveBack();
			throw new UncheckedIOException("The ways out of a sandbox could not be opened", ex);
		}
	}

	private @Nullable ControlGroup group(Limits limits) {
		try {
			return (this.parts.groups() != null) ? this.parts.groups().open(limits) : null;
		}
		catch (IOException ex) {
			closeBridges();
			giveBack();
			throw new UncheckedIOException("The control group of a sandbox could not be made", ex);
		}
	}

	private void closeBridges() {
		this.bridges.close();
		Directories.delete(this.bridges.directory());
	}

	private void giveBack() {
		this.stage.close();
		if (this.parts.users() != null && this.user != null) {
			this.parts.users().giveBack(this.user);
		}
	}

	@Override
	public Path inside(Path path) {
		if (path.startsWith(this.confinement.scratch())) {
			return TMP.resolve(this.confinement.scratch().relativize(path)).normalize();
		}
		return this.confinement.placed()
			.entrySet()
			.stream()
			.filter((place) -> path.startsWith(place.getValue()))
			.findFirst()
			.map((place) -> place.getKey().resolve(place.getValue().relativize(path)).normalize())
			.orElse(path);
	}

	@Override
	public synchronized ConfinedProcess start(Command command) {
		if (this.process != null || this.closed) {
			throw new IllegalStateException("A cell runs one program in its life");
		}
		String mark = this.confinement.scratch().toString();
		String groups = (this.group != null) ? String.join(" ", this.group.entrances()) : "";
		Map<String, String> environment = Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", PlainCell.MARK, mark,
				Stage.GROUPS, groups);
		ChildProcess child = ChildProcess.start(new Command(line(command), Path.of("/"), environment));
		Members members = new Members(child.pid(), this.user, PlainCell.MARK + "=" + mark);
		this.process = new SandboxProcess(child, members, this.confinement.limits(), this.group,
				this.bridges::wasStarted);
		this.parts.watchdog().watch(this.process);
		return this.process;
	}

	/**
	 * Return the processes that live in the sandbox, with those that make it.
	 * @return the processes, none before it was started
	 */
	synchronized List<ProcessEntry> members() {
		return (this.process != null) ? this.process.members() : List.of();
	}

	private List<String> line(Command command) {
		List<String> line = new ArrayList<>(this.stage.prefix(this.parts.files().filter()));
		if (this.user != null) {
			String id = this.user.toString();
			line.addAll(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--inh-caps=-all",
					"--no-new-privs", "--pdeathsig", "KILL", "--"));
		}
		Limits limits = this.confinement.limits();
		line.addAll(new BubblewrapLine(this.parts.bubblewrap(), this.parts.files())
			.view(limits.scratchBytes(), this.view, this.stage)
			.init(this.parts.files(), this.parts.init(), this.bridges)
			.program(command, limits));
		return line;
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		if (this.process != null) {
			this.process.kill();
			this.parts.watchdog().forget(this.process);
			this.process.close();
		}
		if (this.group != null) {
			this.group.close();
		}
		closeBridges();
		Directories.delete(this.confinement.scratch());
		giveBack();
		this.closed = true;
	}

}

package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import org.jspecify.annotations.Nullable;

/**
 * A place for one learner program that runs as ordinary child processes.
 */
final class PlainCell implements Cell {

	/** Names the scratch directory, so that a program can be told from all others. */
	static final String MARK = "COLDSTART_CELL";

	/**
	 * How far the kernel's own limit lies above ours, which ends the program with a
	 * reason.
	 */
	private static final int PROCESS_HEADROOM = 128;

	private final Confinement confinement;

	private final @Nullable PrivateView view;

	private final @Nullable UserIds users;

	private final @Nullable Integer user;

	private final Watchdog watchdog;

	private @Nullable PlainProcess process;

	private boolean closed;

	PlainCell(Confinement confinement, Privileges privileges, @Nullable UserIds users, Watchdog watchdog) {
		this.confinement = confinement;
		this.users = users;
		this.watchdog = watchdog;
		if (privileges == Privileges.USERS) {
			confinement.directories().forEach(PlainCell::requireOpen);
		}
		this.user = (users != null) ? users.take() : null;
		if (this.user != null) {
			Directories.giveTo(this.user, confinement.scratch());
		}
		this.view = (privileges == Privileges.USERS_AND_VIEWS) ? new PrivateView(confinement) : null;
	}

	private static void requireOpen(Path directory) {
		Directories.obstacle(directory).ifPresent((closed) -> {
			throw new IllegalStateException("Functions cannot read " + directory + ", because " + closed
					+ " is closed to other users. Install Coldstart in a directory that is open to them,"
					+ " or run it as an ordinary user.");
		});
	}

	String setting() {
		return MARK + "=" + mark();
	}

	private String mark() {
		return this.confinement.scratch().toString();
	}

	@Override
	public Path inside(Path path) {
		if (this.view != null && path.startsWith(this.confinement.scratch())) {
			return PrivateView.TMP.resolve(this.confinement.scratch().relativize(path)).normalize();
		}
		return path;
	}

	@Override
	public synchronized ConfinedProcess start(Command command) {
		if (this.process != null || this.closed) {
			throw new IllegalStateException("A cell runs one program in its life");
		}
		Map<String, String> environment = Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", MARK, mark());
		ChildProcess child = ChildProcess.start(new Command(line(command), Path.of("/"), environment));
		Members members = new Members(child.pid(), this.user, setting());
		this.process = new PlainProcess(child, members, this.confinement.limits(), this.confinement.scratch());
		this.watchdog.watch(this.process);
		return this.process;
	}

	private List<String> line(Command command) {
		List<String> line = new ArrayList<>();
		if (this.view != null) {
			line.addAll(this.view.prefix());
		}
		line.add("setpriv");
		if (this.user != null) {
			line.addAll(List.of("--reuid", this.user.toString(), "--regid", this.user.toString(), "--clear-groups",
					"--inh-caps=-all", "--bounding-set=-all"));
		}
		line.addAll(List.of("--no-new-privs", "--pdeathsig", "KILL", "--", "prlimit"));
		line.addAll(limits());
		// Set earlier, the variables could make the programs before load a library of the
		// learner with the privileges of this application.
		line.addAll(List.of("--", "env", "-i", "--chdir=" + command.directory()));
		command.environment().forEach((name, value) -> line.add(name + "=" + value));
		line.add(setting());
		line.addAll(command.line());
		return line;
	}

	private List<String> limits() {
		Limits limits = this.confinement.limits();
		long processes = (long) limits.processes() + PROCESS_HEADROOM;
		if (this.user == null) {
			processes += ProcessTable.threadsOfThisUser();
		}
		return List.of("--core=0", "--nofile=" + limits.openFiles(), "--nproc=" + processes,
				"--fsize=" + limits.scratchBytes(), "--data=" + (limits.memoryBytes() + limits.dataHeadroomBytes()),
				"--stack=1048576");
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		if (this.process != null) {
			this.process.kill();
			this.watchdog.forget(this.process);
		}
		if (this.view != null) {
			this.view.close();
		}
		Directories.delete(this.confinement.scratch());
		if (this.users != null && this.user != null) {
			this.users.giveBack(this.user);
		}
		this.closed = true;
	}

}

package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import academy.coldstart.process.Signals;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Runs learner programs as ordinary child processes with limits: enough for people who
 * run their own code, not a sandbox for the code of others.
 */
public final class PlainIsolation implements Isolation {

	static final Path LOCKS = Path.of("/run/coldstart");

	private static final List<String> TOOLS = List.of("setsid", "setpriv", "prlimit", "env");

	private final Privileges privileges;

	private final Watchdog watchdog = new Watchdog();

	private final @Nullable UserIdBlock block;

	private final @Nullable UserIds users;

	private final SingletonSupplier<Optional<String>> obstacle = SingletonSupplier.of(this::findObstacle);

	/**
	 * Create the isolation.
	 * @param firstUser the first of the 10,000 unprivileged user ids of which programs
	 * get some when this application runs as root
	 */
	public PlainIsolation(int firstUser) {
		this(firstUser, Privileges.find());
	}

	PlainIsolation(int firstUser, Privileges privileges) {
		if (privileges == Privileges.NONE && Signals.userId() == 0) {
			throw new IllegalArgumentException("Learner programs never run as root");
		}
		this.privileges = privileges;
		this.block = (privileges == Privileges.NONE) ? null : UserIdBlock.claim(firstUser, LOCKS);
		this.users = (this.block != null) ? new UserIds(this.block.first(), UserIdBlock.SIZE) : null;
		if (this.block != null) {
			AbandonedPrograms.endOfUsers(this.block.first(), UserIdBlock.SIZE);
		}
	}

	@Override
	public String describe() {
		String limits = "Functions run as plain child processes with limits on memory, processes, files and output. "
				+ "This is not a sandbox: ";
		String ids = "each has a user id of its own" + range();
		String rest = "a function can read every file that is open to everybody and reach the network.";
		return limits + switch (this.privileges) {
			case USERS_AND_VIEWS -> ids + " and its own /tmp, but " + rest;
			case USERS -> ids + ", but they share /tmp, and " + rest;
			case NONE -> "a function can read and change everything that the user who started Coldstart can.";
		};
	}

	@Override
	public Protection protection() {
		return new Protection(Protection.Kind.PLAIN, Protection.Accounting.WATCHED, describe());
	}

	@Override
	public Optional<String> unavailable() {
		return this.obstacle.obtain();
	}

	private Optional<String> findObstacle() {
		return TOOLS.stream()
			.filter((tool) -> !Privileges.succeeds(List.of(tool, "--version")))
			.findFirst()
			.map((tool) -> "The program " + tool + " was not found. Install util-linux and coreutils.")
			.or(() -> new IsolationTrial(this).obstacle());
	}

	@Override
	public Cell open(Confinement confinement) {
		return new PlainCell(confinement, this.privileges, this.users, this.watchdog);
	}

	private String range() {
		return (this.block != null)
				? " (" + this.block.first() + " to " + (this.block.first() + UserIdBlock.SIZE - 1) + ")" : "";
	}

	@Override
	public void close() {
		this.watchdog.close();
		if (this.block != null) {
			this.block.close();
		}
	}

}

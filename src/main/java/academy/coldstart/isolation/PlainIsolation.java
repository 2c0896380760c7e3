package academy.coldstart.isolation;

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

	private static final int USERS = 1000;

	private static final List<String> TOOLS = List.of("setsid", "setpriv", "prlimit", "env");

	private final Privileges privileges;

	private final Watchdog watchdog = new Watchdog();

	private final int firstUser;

	private final @Nullable UserIds users;

	private final SingletonSupplier<Optional<String>> obstacle = SingletonSupplier.of(this::findObstacle);

	/**
	 * Create the isolation.
	 * @param firstUser the first of the 1,000 unprivileged user ids that programs run as
	 * when this application runs as root
	 */
	public PlainIsolation(int firstUser) {
		this(firstUser, Privileges.find());
	}

	PlainIsolation(int firstUser, Privileges privileges) {
		if (privileges == Privileges.NONE && Signals.userId() == 0) {
			throw new IllegalArgumentException("Learner programs never run as root");
		}
		this.firstUser = firstUser;
		this.privileges = privileges;
		this.users = (this.privileges == Privileges.NONE) ? null : new UserIds(firstUser, USERS);
	}

	@Override
	public String describe() {
		String limits = "Functions run as plain child processes with limits on memory, processes, files and output. "
				+ "This is not a sandbox: ";
		String ids = "each has a user id of its own (" + this.firstUser + " to " + (this.firstUser + USERS - 1) + ")";
		String rest = "a function can read every file that is open to everybody and reach the network.";
		return limits + switch (this.privileges) {
			case USERS_AND_VIEWS -> ids + " and its own /tmp, but " + rest;
			case USERS -> ids + ", but they share /tmp, and " + rest;
			case NONE -> "a function can read and change everything that the user who started Coldstart can.";
		};
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

	@Override
	public void close() {
		this.watchdog.close();
	}

}

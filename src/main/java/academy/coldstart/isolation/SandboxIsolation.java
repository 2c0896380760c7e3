package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import academy.coldstart.isolation.seccomp.Architecture;
import academy.coldstart.process.ProcessStartFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Runs each learner program in a sandbox of its own, made with Bubblewrap: no network but
 * the ways it is given, no files but the directories it is given, no privileges, a filter
 * of system calls, and limits.
 */
public final class SandboxIsolation implements Isolation {

	private final SandboxParts parts;

	private final SingletonSupplier<Optional<String>> obstacle;

	private final @Nullable UserIdBlock block;

	private SandboxIsolation(SandboxParts parts, Architecture architecture, @Nullable UserIdBlock block) {
		this.parts = parts;
		this.obstacle = SingletonSupplier.of(() -> new SelfTest(parts, architecture).obstacle());
		this.block = block;
	}

	/**
	 * Prepare the sandbox, and attack it.
	 * @param sources the directory with the sources of the first process
	 * @param kit the directory that the built one is kept in
	 * @param firstUser the first of the user ids that programs get when this application
	 * runs as root
	 * @return the sandbox, or why there is none
	 */
	public static Attempt attempt(Path sources, Path kit, int firstUser) {
		try {
			return prepare(sources, kit, firstUser);
		}
		catch (ProcessStartFailed ex) {
			// A machine whose own tools are not found has no sandbox, and not a fault.
			return new Attempt.Failed("The sandbox could not be tried: " + ex.getMessage());
		}
	}

	private static Attempt prepare(Path sources, Path kit, int firstUser) {
		Optional<Bubblewrap> bubblewrap = Bubblewrap.find();
		Optional<InitProgram> init = InitProgram.prepare(sources, kit);
		return SandboxGates.obstacle(bubblewrap, init)
			.<Attempt>map(Attempt.Failed::new)
			.orElseGet(() -> tried(make(bubblewrap.orElseThrow(), init.orElseThrow(), firstUser)));
	}

	static SandboxIsolation make(Bubblewrap bubblewrap, InitProgram init, int firstUser) {
		Architecture architecture = Architecture.ofThisMachine().orElseThrow();
		UserIdBlock block = (Privileges.find() == Privileges.NONE) ? null
				: UserIdBlock.claim(firstUser, PlainIsolation.LOCKS);
		if (block != null) {
			AbandonedPrograms.endOfUsers(block.first(), UserIdBlock.SIZE);
		}
		UserIds users = (block != null) ? new UserIds(block.first(), UserIdBlock.SIZE) : null;
		return new SandboxIsolation(new SandboxParts(bubblewrap, init, SandboxFiles.write(architecture, init), users,
				ControlGroups.find().orElse(null), new Watchdog()), architecture, block);
	}

	private static Attempt tried(SandboxIsolation made) {
		Optional<String> obstacle = made.unavailable();
		obstacle.ifPresent((reason) -> made.close());
		return obstacle.<Attempt>map(Attempt.Failed::new).orElseGet(() -> new Attempt.Made(made));
	}

	@Override
	public String describe() {
		return "Functions run in a sandbox (Bubblewrap " + this.parts.bubblewrap().version()
				+ "): each has namespaces of its own, no network but the ways to the platform, read-only files, a filter of"
				+ " system calls and limits, "
				+ ((this.parts.groups() != null) ? "counted by the kernel in control groups"
						: "counted by the kernel for each process and by a watchdog for all")
				+ ". It was attacked from inside when Coldstart started, and held." + (this.parts.init().isStandIn()
						? " Its first process is the slower one in Python, because no C compiler was found." : "");
	}

	@Override
	public Protection protection() {
		return new Protection(Protection.Kind.SANDBOX,
				(this.parts.groups() != null) ? Protection.Accounting.CGROUP : Protection.Accounting.WATCHED,
				describe());
	}

	@Override
	public Optional<String> unavailable() {
		return this.obstacle.obtain();
	}

	@Override
	public Cell open(Confinement confinement) {
		return new SandboxCell(confinement, this.parts);
	}

	@Override
	public Set<String> remains() {
		return new Remains(this.parts, this.block).find();
	}

	/**
	 * Say what to do about a message with which a sandbox failed to start.
	 * @param message what Bubblewrap wrote to standard error
	 * @return the advice with the message
	 */
	public static String explain(String message) {
		return SandboxAdvice.explain(message);
	}

	@Override
	public void close() {
		this.parts.watchdog().close();
		this.parts.files().close();
		if (this.parts.groups() != null) {
			this.parts.groups().close();
		}
		if (this.block != null) {
			this.block.close();
		}
	}

	/**
	 * What came of preparing the sandbox.
	 */
	public sealed interface Attempt {

		/**
		 * It works and holds.
		 *
		 * @param isolation the sandbox, to be closed by the caller
		 */
		record Made(SandboxIsolation isolation) implements Attempt {
		}

		/**
		 * There is no sandbox on this machine.
		 *
		 * @param reason why, with what to do
		 */
		record Failed(String reason) implements Attempt {
		}

	}

}

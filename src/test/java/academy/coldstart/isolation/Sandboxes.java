package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Sandboxes for tests. A machine without Bubblewrap has none, and tests that need one are
 * skipped there, except where {@code COLDSTART_REQUIRE_SANDBOX} says that there has to be
 * one.
 */
public final class Sandboxes {

	static final Path SOURCES = Path.of("sandbox").toAbsolutePath();

	static final Path KIT = Path.of("target/sandbox").toAbsolutePath();

	private static boolean tried;

	private Sandboxes() {
	}

	/**
	 * Prepare a sandbox.
	 * @param firstUser the first user id of learner programs
	 * @return the sandbox, to be closed by the caller
	 */
	public static SandboxIsolation open(int firstUser) {
		return made(SandboxIsolation.attempt(SOURCES, KIT, firstUser));
	}

	/**
	 * Prepare a sandbox that was seen to hold before.
	 * @param firstUser the first user id of learner programs
	 * @return the sandbox, to be closed by the caller
	 */
	public static SandboxIsolation make(int firstUser) {
		if (!tried) {
			open(firstUser).close();
			tried = true;
		}
		return SandboxIsolation.make(Bubblewrap.find().orElseThrow(), InitProgram.prepare(SOURCES, KIT).orElseThrow(),
				firstUser);
	}

	/**
	 * Prepare a sandbox whose first process is the one for machines without a compiler.
	 * @param firstUser the first user id of learner programs
	 * @return the sandbox, to be closed by the caller
	 */
	static SandboxIsolation openStandIn(int firstUser) {
		requireBubblewrap();
		Optional<InitProgram> script = InitProgram.script(SOURCES);
		assumeThat(script).isPresent();
		return SandboxIsolation.make(Bubblewrap.find().orElseThrow(), script.orElseThrow(), firstUser);
	}

	private static SandboxIsolation made(SandboxIsolation.Attempt attempt) {
		return switch (attempt) {
			case SandboxIsolation.Attempt.Made made -> made.isolation();
			case SandboxIsolation.Attempt.Failed failed -> {
				assertThat(isRequired()).as(failed.reason()).isFalse();
				assumeThat(failed.reason()).as("a sandbox is needed").isEmpty();
				throw new IllegalStateException(failed.reason());
			}
		};
	}

	private static void requireBubblewrap() {
		boolean found = Bubblewrap.find().isPresent();
		assertThat(found || !isRequired()).as("Bubblewrap has to be installed").isTrue();
		assumeThat(found).as("Bubblewrap is installed").isTrue();
	}

	private static boolean isRequired() {
		return Boolean.parseBoolean(System.getenv("COLDSTART_REQUIRE_SANDBOX"));
	}

}

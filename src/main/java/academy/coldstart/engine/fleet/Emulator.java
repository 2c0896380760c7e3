package academy.coldstart.engine.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A LocalStack that was launched: a process or a container, with all that belongs to it.
 */
public interface Emulator {

	/**
	 * Return where this application reaches it.
	 * @return an address with a port and without a path
	 */
	URI endpoint();

	/**
	 * Return what it prints.
	 * @return the log, which follows it until it ends
	 */
	InstanceLog log();

	/**
	 * Return how it ends.
	 * @return completed with its exit code, or -1 when that is not known, once it has
	 * ended
	 */
	CompletableFuture<Integer> exit();

	/**
	 * Return the resident memory it takes.
	 * @return the size in bytes, or 0 when it has ended
	 */
	long residentBytes();

	/**
	 * Look for what keeps it from working as it should, such as a full disk.
	 * @return the fault as a sentence, or empty
	 */
	default Optional<String> fault() {
		return Optional.empty();
	}

	/**
	 * Make sure that nobody but this machine reaches it.
	 * @throws InstanceFailed when somebody else does, or that cannot be found out
	 */
	void requireConfined();

	/**
	 * End it at once and remove everything that belongs to it. Does nothing the second
	 * time.
	 */
	void stop();

}

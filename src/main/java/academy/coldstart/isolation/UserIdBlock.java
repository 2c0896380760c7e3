package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import academy.coldstart.process.ProcessLock;

/**
 * A block of user ids that belongs to this application alone as long as it holds a lock.
 * Two applications on one machine must not share user ids: each would end the other's
 * programs, because it knows its own by them.
 */
final class UserIdBlock implements AutoCloseable {

	/** How many ids a block has. */
	static final int SIZE = 250;

	private static final int BLOCKS = 40;

	private final int first;

	private final ProcessLock lock;

	private UserIdBlock(int first, ProcessLock lock) {
		this.first = first;
		this.lock = lock;
	}

	/**
	 * Claim a block that nobody on this machine uses.
	 * @param firstOfAll the first id of the first block
	 * @param locks the directory that all applications of this machine keep locks in
	 * @return the block
	 * @throws IllegalStateException when all blocks are in use
	 */
	static UserIdBlock claim(int firstOfAll, Path locks) {
		try {
			Files.createDirectories(locks);
			for (int i = 0; i < BLOCKS; i++) {
				int first = firstOfAll + i * SIZE;
				Optional<ProcessLock> lock = ProcessLock.take(locks.resolve("users-" + first + ".lock"));
				if (lock.isPresent()) {
					return new UserIdBlock(first, lock.get());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No user ids could be claimed with a lock in " + locks, ex);
		}
		throw new IllegalStateException("All " + BLOCKS + " blocks of user ids for learner programs are in use");
	}

	int first() {
		return this.first;
	}

	@Override
	public void close() {
		this.lock.close();
	}

}

package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

import academy.coldstart.process.Signal;
import academy.coldstart.process.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends learner programs whose application is gone. A program dies with its application,
 * but not what it started in a session of its own.
 */
public final class AbandonedPrograms {

	private static final Logger logger = LoggerFactory.getLogger(AbandonedPrograms.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private AbandonedPrograms() {
	}

	/**
	 * End the programs whose scratch directory is below a directory. Nobody may start
	 * more there.
	 * @param directory the directory of an application that is gone
	 */
	public static void endBelow(Path directory) {
		String setting = PlainCell.MARK + "=" + directory + "/";
		end((pid) -> ProcessTable.hasSettingThatBegins(pid, setting));
	}

	/**
	 * End the programs of user ids that belong to this application now. Ids of people
	 * with an account on this machine are left alone.
	 * @param first the first id
	 * @param count how many ids
	 */
	static void endOfUsers(int first, int count) {
		end((pid) -> {
			long user = ProcessTable.userOf(pid);
			return user >= first && user < first + count && !hasAccount(pid);
		});
	}

	private static void end(LongPredicate abandoned) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		List<Long> left = find(abandoned);
		if (!left.isEmpty()) {
			logger.info("Ending programs that were left behind: processes={}", left.size());
		}
		while (!left.isEmpty() && System.nanoTime() < deadline) {
			left.forEach((pid) -> Signals.send(pid, Signal.KILL));
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
			left = find(abandoned);
		}
	}

	private static List<Long> find(LongPredicate abandoned) {
		return ProcessTable.read().stream().map(ProcessEntry::pid).filter(abandoned::test).toList();
	}

	private static boolean hasAccount(long pid) {
		try {
			String owner = Files.getOwner(Path.of("/proc/" + pid)).getName();
			return !owner.chars().allMatch(Character::isDigit);
		}
		catch (IOException ex) {
			return true;
		}
	}

}

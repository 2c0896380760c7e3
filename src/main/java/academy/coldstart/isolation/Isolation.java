package academy.coldstart.isolation;

import java.util.Optional;
import java.util.Set;

/**
 * The way in which learner programs are kept apart from the machine and from each other.
 */
public interface Isolation extends AutoCloseable {

	/**
	 * Say how strong the isolation is, for the people who run the platform.
	 * @return one or two sentences
	 */
	String describe();

	/**
	 * Say what keeps learner programs apart.
	 * @return the protection in force
	 */
	Protection protection();

	/**
	 * Say why it cannot work on this machine.
	 * @return the reason with what to do, or empty when it works
	 */
	Optional<String> unavailable();

	/**
	 * Prepare a place for one learner program.
	 * @param confinement what it may see and use
	 * @return the place, to be closed by the caller
	 */
	Cell open(Confinement confinement);

	/**
	 * Look for what is still there of programs: processes, sockets, mounts, control
	 * groups and user ids.
	 * @return what was found, each as a short text that begins with what it is, such as
	 * {@code process}, and stays the same as long as it is there
	 */
	default Set<String> remains() {
		return Set.of();
	}

	@Override
	void close();

}

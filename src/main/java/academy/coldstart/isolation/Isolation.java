package academy.coldstart.isolation;

import java.util.Optional;

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

	@Override
	void close();

}

package academy.coldstart.grading;

import java.net.URI;
import java.util.Map;

import academy.coldstart.course.Exercise;

/**
 * Opens accounts in which functions run although nothing is graded: what the same work
 * costs without a grader is measured there.
 */
public interface BareAccounts {

	/**
	 * Lease an engine and open a fresh account on it.
	 * @param exercise the exercise whose grader says what has to be there
	 * @param seed the seed of the grader
	 * @return the account, to be closed by the caller
	 */
	BareAccount open(Exercise exercise, long seed);

	/**
	 * An account in which functions run.
	 */
	interface BareAccount extends AutoCloseable {

		/**
		 * Return the trusted address of the engine.
		 * @return an address without a path
		 */
		URI endpoint();

		/**
		 * Return the account id, which is also the access key id to use.
		 * @return twelve digits
		 */
		String account();

		/**
		 * Return the template parameters that the grader sets.
		 * @return the parameters, also those that a template may not have
		 */
		Map<String, String> parameters();

		/**
		 * Let the next invocation of a function start in a new environment.
		 * @param function the function name
		 */
		void renew(String function);

		@Override
		void close();

	}

}

package academy.coldstart.execution;

import java.net.URI;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Gives each execution environment its own way to AWS. Implemented by the recording proxy
 * and wired by {@code grading}.
 */
public interface AwsEndpoint {

	/**
	 * Open a way to AWS for one incarnation of an execution environment.
	 * @param environment the id of the environment within its trace
	 * @param account the account that everything it does is pinned to
	 * @param credentials the keys of the function's role session
	 * @return the open line
	 */
	Line open(String environment, AccountId account, RoleCredentials credentials);

	/**
	 * The way to AWS of one execution environment.
	 */
	interface Line extends AutoCloseable {

		/**
		 * Return the address that the environment uses as {@code AWS_ENDPOINT_URL}.
		 * @return an address without a path
		 */
		URI uri();

		/**
		 * Say what the environment is doing from now on, so that its calls are recorded
		 * so.
		 * @param phase the phase
		 * @param invocation the AWS request id, or null outside an invocation
		 */
		void enter(Phase phase, @Nullable String invocation);

		/**
		 * Rewrite addresses of the engine in a text that goes into the environment (an
		 * environment variable, an event) to the address of this line.
		 * @param text the text
		 * @return the text as the function may see it
		 */
		String inward(String text);

		/**
		 * Rewrite the address of this line in a text that leaves the environment (a
		 * response) to the address of the engine.
		 * @param text the text
		 * @return the text as the engine may see it
		 */
		String outward(String text);

		@Override
		void close();

	}

}

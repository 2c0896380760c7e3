package academy.coldstart.recording;

import java.net.URI;

import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The way to AWS of one execution environment. The address itself says which environment
 * calls.
 */
public interface EnvironmentLine extends AutoCloseable {

	/**
	 * Return the address that the environment uses as {@code AWS_ENDPOINT_URL}.
	 * @return an address without a path
	 */
	URI uri();

	/**
	 * Say what the environment is doing from now on, so that its calls are recorded so.
	 * @param phase the phase
	 * @param invocation the AWS request id, or null outside an invocation
	 */
	void enter(Phase phase, @Nullable String invocation);

	/**
	 * Rewrite addresses of the engine in a text that goes into the environment to the
	 * address of this line.
	 * @param text the text
	 * @return the text as the function may see it
	 */
	String inward(String text);

	/**
	 * Rewrite the address of this line in a text that leaves the environment to the
	 * address of the engine.
	 * @param text the text
	 * @return the text as the engine may see it
	 */
	String outward(String text);

	/**
	 * Close the listener and break off the calls under way.
	 */
	@Override
	void close();

}

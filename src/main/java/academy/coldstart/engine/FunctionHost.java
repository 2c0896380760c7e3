package academy.coldstart.engine;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the engine where functions run and who wants to hear of its own calls. Wired by
 * {@code grading}.
 */
public interface FunctionHost {

	/**
	 * Return the environment variables for the plug-in inside an engine, and listen where
	 * it reaches this application: {@code COLDSTART_HOST_URL} (the environment host),
	 * {@code COLDSTART_CALLS_URL} (the recorder of the engine's own calls) and
	 * {@code COLDSTART_TOKEN} (a secret that both demand as a bearer token;
	 * {@code COLDSTART_CALLS_TOKEN} when the recorder has one of its own).
	 * @param address the address at which the engine reaches this machine: the loopback
	 * address, or that of a bridge to containers
	 * @return the variables
	 */
	Map<String, String> variables(InetAddress address);

	/**
	 * Look for what keeps functions from running that a person can remove, such as a full
	 * disk. Takes next to no time.
	 * @return what is wrong, as a sentence, or empty
	 */
	default Optional<String> hindrance() {
		return Optional.empty();
	}

}

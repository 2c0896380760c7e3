package academy.coldstart.engine;

import java.net.URI;
import java.util.Optional;

/**
 * A running engine with an account that nobody else uses. Close it to have the account's
 * resources removed.
 */
public interface EngineLease extends AutoCloseable {

	/**
	 * Return the trusted address of the engine, which no learner program ever gets.
	 * @return an address without a path
	 */
	URI endpoint();

	/**
	 * Return the account: twelve digits, not used before on this engine.
	 * @return the account id, which is also the access key id to use
	 */
	String account();

	/**
	 * Return what runs, for the report.
	 * @return the engine's name, version and mode
	 */
	EngineInfo info();

	/**
	 * Look for what keeps answers of this engine from being believed: it has ended, does
	 * not answer, or has lost what it was given to keep. An engine with a fault is
	 * replaced, so that the next lease is on another. Takes some milliseconds.
	 * @return the fault as a sentence, or empty when all is well
	 */
	Optional<String> fault();

	/**
	 * Say whether the engine is to be replaced and waits for this lease to be closed. Who
	 * keeps a lease for a while only because that is convenient closes it then.
	 * @return whether somebody waits
	 */
	default boolean isRecalled() {
		return false;
	}

	@Override
	void close();

}

package academy.coldstart.engine;

import java.net.URI;

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

	@Override
	void close();

}

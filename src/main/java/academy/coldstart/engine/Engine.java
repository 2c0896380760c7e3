package academy.coldstart.engine;

import java.time.Duration;

/**
 * The emulated AWS that submissions are graded on.
 */
public interface Engine {

	/**
	 * Return how far the engine is. Never blocks.
	 * @return the status now
	 */
	EngineStatus status();

	/**
	 * Begin to install and start the engine in the background, if that was not begun yet.
	 */
	void prepare();

	/**
	 * Lease an engine and a fresh account, waiting until one is ready.
	 * @param patience how long to wait at most
	 * @return the lease, to be closed by the caller
	 * @throws EngineUnavailable when none is ready in time or it cannot work here
	 */
	EngineLease lease(Duration patience);

}

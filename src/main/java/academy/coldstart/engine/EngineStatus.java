package academy.coldstart.engine;

import java.util.List;

/**
 * How far the engine is, in words that pages and commands show.
 *
 * @param state the state
 * @param summary one sentence for everybody, such as "Installing the engine: 3 of 5."
 * @param remedies what to do about it, one sentence each, when the state needs that
 */
public record EngineStatus(State state, String summary, List<String> remedies) {

	public EngineStatus {
		remedies = List.copyOf(remedies);
	}

	/**
	 * The state of the engine.
	 */
	public enum State {

		/** Being downloaded and installed. */
		INSTALLING,

		/** Installed, on its way up. */
		STARTING,

		/** Takes gradings. */
		READY,

		/** Was ready and is being started again. */
		RESTARTING,

		/** Cannot work on this machine as it is. */
		UNAVAILABLE

	}

}

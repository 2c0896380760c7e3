package academy.coldstart.process;

/**
 * A signal to a process group, with its number on Linux.
 */
public enum Signal {

	/** Ask to end. */
	TERMINATE(15),

	/** End at once. */
	KILL(9),

	/** Pause. */
	STOP(19),

	/** Go on after a pause. */
	CONTINUE(18);

	private final int number;

	Signal(int number) {
		this.number = number;
	}

	int number() {
		return this.number;
	}

}

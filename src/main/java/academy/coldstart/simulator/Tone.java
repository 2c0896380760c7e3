package academy.coldstart.simulator;

import java.util.Locale;

/**
 * What a bar stands for. Each has a pattern of its own as well as a color.
 */
public enum Tone {

	/** The environment is made and its code loaded. */
	INIT("Init"),

	/** A handler runs, or a step is done. */
	RUN("runs"),

	/** It ends well. */
	GOOD("succeeds"),

	/** It fails. */
	BAD("fails"),

	/** It is refused. */
	REFUSED("throttled or refused"),

	/** The event ends where people can work with it. */
	KEPT("ends, handled or kept"),

	/** The event is lost. */
	LOST("ends, and is lost");

	private final String word;

	Tone(String word) {
		this.word = word;
	}

	/**
	 * Return its word in the legend.
	 * @return the word
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Return its name in style sheets.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}

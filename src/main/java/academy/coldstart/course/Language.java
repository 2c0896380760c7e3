package academy.coldstart.course;

import java.util.Arrays;
import java.util.Optional;

/**
 * A language that handlers are written in.
 */
public enum Language {

	/** Python. */
	PYTHON("python", "Python"),

	/** JavaScript on Node.js. */
	NODE("node", "Node.js"),

	/** Java. */
	JAVA("java", "Java");

	private final String id;

	private final String title;

	Language(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/**
	 * Return the name used in folders, addresses and commands.
	 * @return such as {@code python}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the name shown to people.
	 * @return such as {@code Python}
	 */
	public String title() {
		return this.title;
	}

	public static Optional<Language> find(String id) {
		return Arrays.stream(values()).filter((language) -> language.id.equals(id)).findFirst();
	}

}

package academy.coldstart.submission.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the editor of the front end can read; it has a script of the same name for each.
 */
enum Syntax {

	/** Java. */
	JAVA("java"),

	/** JavaScript. */
	JAVASCRIPT("js|mjs|cjs"),

	/** Python. */
	PYTHON("py"),

	/** YAML, which JSON is part of. */
	YAML("yaml|yml|json");

	/** A pattern of the endings of file names. */
	private final String endings;

	Syntax(String endings) {
		this.endings = endings;
	}

	static Optional<Syntax> of(String path) {
		String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((syntax) -> ending.matches(syntax.endings)).findFirst();
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return its script in the front end.
	 * @return the path of the source
	 */
	String script() {
		return "workspace/languages/" + id() + ".js";
	}

}

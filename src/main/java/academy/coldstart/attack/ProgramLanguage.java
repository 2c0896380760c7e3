package academy.coldstart.attack;

/**
 * The language of an attacking function.
 */
enum ProgramLanguage {

	/** Python. */
	PYTHON("Python", "python3.13", "app.handler"),

	/** Node.js. */
	NODE("Node.js", "nodejs24.x", "index.handler"),

	/** Java. */
	JAVA("Java", "java21", "attack.Handler::handleRequest");

	private final String title;

	private final String runtime;

	private final String handler;

	ProgramLanguage(String title, String runtime, String handler) {
		this.title = title;
		this.runtime = runtime;
		this.handler = handler;
	}

	static ProgramLanguage of(String file) {
		return switch (file.substring(file.lastIndexOf('.') + 1)) {
			case "py" -> PYTHON;
			case "mjs" -> NODE;
			case "java" -> JAVA;
			default -> throw new IllegalArgumentException("No language has programs such as " + file);
		};
	}

	String title() {
		return this.title;
	}

	String runtime() {
		return this.runtime;
	}

	String handler() {
		return this.handler;
	}

	/**
	 * Return where the code of the handler lies in the archive.
	 * @return the path
	 */
	String entry() {
		return switch (this) {
			case PYTHON -> "app.py";
			case NODE -> "index.mjs";
			case JAVA -> "attack/Handler.java";
		};
	}

}

package academy.coldstart.course.web;

/**
 * Where the learner stands with a module, as a word and a sign. What counts is what was
 * graded: nobody knows what was read.
 */
enum ModuleStanding {

	/** None of its exercises was handed in. */
	NOT_STARTED("not-started", "○", "Not started"),

	/** One of its exercises was handed in, and not all are passed. */
	STARTED("tried", "◐", "Started"),

	/** All of its exercises are passed. */
	DONE("passed", "✓", "Done");

	private final String id;

	private final String sign;

	private final String word;

	ModuleStanding(String id, String sign, String word) {
		this.id = id;
		this.sign = sign;
		this.word = word;
	}

	public String getId() {
		return this.id;
	}

	public String getSign() {
		return this.sign;
	}

	public String getWord() {
		return this.word;
	}

}

package academy.coldstart.command;

/**
 * What a command tells the shell. Of several, the worst counts: the one declared last.
 */
enum ExitCode {

	/** Everything passed. */
	PASSED(0),

	/** At least one verdict or proof was negative. */
	NOT_PASSED(1),

	/** The command line or the files are wrong. */
	BAD_INPUT(2),

	/** The platform could not do it. */
	PLATFORM_FAULT(3);

	private final int code;

	ExitCode(int code) {
		this.code = code;
	}

	int code() {
		return this.code;
	}

	ExitCode worse(ExitCode other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}

package academy.coldstart.command;

/**
 * Something on the command line is wrong. The message says what and what would be right.
 */
class BadInput extends RuntimeException {

	BadInput(String message) {
		super(message);
	}

}

package academy.coldstart.execution;

import java.util.List;

/**
 * The error that a program of the contract suite ends with.
 *
 * @param type the error type
 * @param message the message
 * @param frames a regular expression for each frame of the stack trace, or none when the
 * frames do not matter
 * @param logged a text that the log has
 */
record ExpectedError(String type, String message, List<String> frames, String logged) {

	static ExpectedError of(String type, String message, String logged) {
		return new ExpectedError(type, message, List.of(), logged);
	}

}

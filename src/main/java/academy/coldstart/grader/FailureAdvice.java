package academy.coldstart.grader;

import java.util.List;
import java.util.Map;

/**
 * Says what to look for when a function failed in a way that its code alone does not
 * explain.
 */
final class FailureAdvice {

	private static final String MEMORY = "Look for a loop or a cache that keeps more and more in memory, or for too many processes.";

	private static final String PROCESSES = "Look for a loop that starts processes or threads, and wait for those that are started.";

	/** What the operating system has programs say when it starts no more for them. */
	private static final List<String> REFUSED_PROCESSES = List.of("Resource temporarily unavailable",
			"can't start new thread", "unable to create native thread");

	private static final String JSON = "Return only what JSON knows: objects, lists, texts, numbers, booleans and null; convert everything else.";

	private static final Map<String, String> BY_TYPE = Map.of("Runtime.OutOfMemory", MEMORY, "MemoryError", MEMORY,
			"java.lang.OutOfMemoryError", MEMORY, "Sandbox.ProcessLimit", PROCESSES, "Sandbox.OutputLimit",
			"Look for a loop that prints, and log one line per event.", "Sandbox.StorageLimit",
			"Look for a loop that writes files, and remove those that are not needed any more.", "Runtime.MarshalError",
			JSON, "Function.ResponseSizeTooLarge",
			"A response may have 6 MB: return less, or store the result and return where it is.", "Sandbox.Timedout",
			"Look for a loop or a call that does not end.", "Runtime.ExitError",
			"Return or raise an error: a handler must not end its process.");

	/** What the Runtime API client for Java says, with a type that says nothing. */
	private static final Map<String, String> BY_MESSAGE = Map.of("An error occurred during JSON parsing",
			"Lambda fills classes that have a public constructor without parameters, with setters or public fields; it cannot fill records. A Map takes any object.",
			"An error occurred during JSON serialization of response", JSON);

	private FailureAdvice() {
	}

	/**
	 * Describe an error and say what to look for, if more than the error can be said.
	 * @param type the error type, such as {@code Runtime.OutOfMemory}
	 * @param message the error message
	 * @return the description
	 */
	static String on(String type, String message) {
		String described = FunctionErrors.described(type, message);
		boolean refused = REFUSED_PROCESSES.stream().anyMatch(message::contains);
		String advice = refused ? PROCESSES : BY_TYPE.getOrDefault(type, BY_MESSAGE.get(message));
		if (advice == null) {
			return described;
		}
		return described + (described.endsWith(".") ? " " : ". ") + advice;
	}

}

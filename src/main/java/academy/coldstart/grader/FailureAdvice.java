package academy.coldstart.grader;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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

	/** How Node.js ends when its heap is full; no handler ends so on purpose. */
	private static final String ABORTED = "signal: aborted";

	private static final String JSON = "Return only what JSON knows: objects, lists, texts, numbers, booleans and null; convert everything else.";

	private static final Map<String, String> BY_TYPE = Map.ofEntries(Map.entry("Runtime.OutOfMemory", MEMORY),
			Map.entry("MemoryError", MEMORY), Map.entry("java.lang.OutOfMemoryError", MEMORY),
			Map.entry("Sandbox.ProcessLimit", PROCESSES),
			Map.entry("Sandbox.OutputLimit", "Look for a loop that prints, and log one line per event."),
			Map.entry("Sandbox.StorageLimit",
					"Look for a loop that writes files, and remove those that are not needed any more."),
			Map.entry("Runtime.MarshalError", JSON), Map.entry("Runtime.JSONStringifyError", JSON),
			Map.entry("Function.ResponseSizeTooLarge",
					"A response may have 6 MB: return less, or store the result and return where it is."),
			Map.entry("Sandbox.Timedout", "Look for a loop or a call that does not end."),
			Map.entry("Runtime.ExitError",
					"Return or raise an error: a handler must not end its process, nor, in Node.js, await a promise that nothing settles."),
			Map.entry("Runtime.UnhandledPromiseRejection", "Await every promise, or catch what it is rejected with."));

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
		String advice = advice(type, message);
		if (advice == null) {
			return described;
		}
		return described + (described.endsWith(".") ? " " : ". ") + advice;
	}

	private static @Nullable String advice(String type, String message) {
		if (REFUSED_PROCESSES.stream().anyMatch(message::contains)) {
			return PROCESSES;
		}
		return message.endsWith(ABORTED) ? MEMORY : BY_TYPE.getOrDefault(type, BY_MESSAGE.get(message));
	}

}

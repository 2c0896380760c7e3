package academy.coldstart.attack;

import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a function answered.
 *
 * @param payload the response, or the error object
 * @param isError whether it is an error
 * @param logs its log
 */
record FunctionAnswer(String payload, boolean isError, String logs) {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final Set<String> ENDINGS = Set.of("Runtime.ExitError", "Runtime.OutOfMemory");

	private static final int BRIEF = 300;

	private static final String REQUEST_ID = "RequestId: [0-9a-f-]+ (?:Error: )?";

	JsonNode json() {
		try {
			return MAPPER.readTree(this.payload);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	String errorType() {
		return this.isError ? json().path("errorType").asString("") : "";
	}

	/**
	 * Say whether no process of the function may be left.
	 * @return whether it answered by ending, or by being ended
	 */
	boolean endsProcesses() {
		return errorType().startsWith("Sandbox.") || ENDINGS.contains(errorType());
	}

	String errorMessage() {
		return this.isError ? json().path("errorMessage").asString("") : "";
	}

	/**
	 * Return it for a sentence.
	 * @return the error, or the beginning of the response
	 */
	String text() {
		return this.isError ? errorType() + ": " + brief(errorMessage().replaceFirst(REQUEST_ID, ""))
				: brief(this.payload);
	}

	static String brief(String text) {
		String line = text.replaceAll("\\p{Cntrl}", " ");
		return (line.length() <= BRIEF) ? line : line.substring(0, BRIEF) + "…";
	}

}

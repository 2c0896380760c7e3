package academy.coldstart.grader;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.trace.AwsCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came back from a synchronous invocation.
 *
 * @param requestId the AWS request id
 * @param payload the response as text; the error object when it failed
 * @param functionError the function error, or null when the handler returned
 * @param logTail the last 4 KB of the log
 * @param startMs when the grader sent it, in milliseconds since the trace began
 * @param endMs when the answer was there
 * @param view what was recorded by then
 * @param place the line of the learner's code that an error points to
 */
public record Result(String requestId, String payload, @Nullable String functionError, String logTail, double startMs,
		double endMs, TraceView view, @Nullable Place place) {

	private static final int SHOWN = 300;

	/**
	 * Return the response as JSON.
	 * @return the value, or a missing node when it is not JSON
	 */
	public JsonNode json() {
		return Json.read(this.payload);
	}

	public boolean succeeded() {
		return this.functionError == null;
	}

	/**
	 * Return the error type of a failed invocation.
	 * @return such as {@code KeyError}, or an empty text
	 */
	public String errorType() {
		return succeeded() ? "" : json().path("errorType").asString("");
	}

	/**
	 * Return the error message of a failed invocation.
	 * @return the message, or an empty text
	 */
	public String errorMessage() {
		return succeeded() ? "" : json().path("errorMessage").asString(this.payload);
	}

	/**
	 * Say what went wrong in a failed invocation, with what to look for where the error
	 * does not tell.
	 * @return the explanation, or an empty text
	 */
	public String explanation() {
		return succeeded() ? "" : FailureAdvice.on(errorType(), errorMessage());
	}

	/**
	 * Return the environment it ran in.
	 * @return the id of the environment, or null when it is not recorded
	 */
	public @Nullable String environment() {
		return this.view.timeline().invocation(this.requestId).map((one) -> one.environment()).orElse(null);
	}

	/**
	 * Return the calls that were made during the invocation.
	 * @return the calls
	 */
	public Calls calls() {
		return this.view.calls().invocation(this.requestId);
	}

	/**
	 * Demand that the handler returned.
	 * @return this result
	 * @throws LearnerFailure when it failed
	 */
	public Result requireSuccess() {
		if (!succeeded()) {
			throw LearnerFailure
				.because("The function failed instead of answering: %s", FailureAdvice.on(errorType(), errorMessage()))
				.expected("a response")
				.observed("the error %s", shown())
				.evidence(this)
				.at(this.place);
		}
		return this;
	}

	/**
	 * Demand a value in the response.
	 * @param field the name of a field of the response object
	 * @param expected the value it must have, compared as JSON
	 * @return this result
	 * @throws LearnerFailure when it is missing or different
	 */
	public Result requireField(String field, Object expected) {
		requireSuccess();
		JsonNode value = json().path(field);
		JsonNode wanted = Json.node(expected);
		if (!Json.same(value, wanted)) {
			throw LearnerFailure
				.because("The response has %s, but %s was expected.",
						value.isMissingNode() ? "no field " + field : field + " " + value, wanted)
				.expected("\"%s\": %s", field, wanted)
				.observed("%s", shown())
				.evidence(this);
		}
		return this;
	}

	/**
	 * Return the response for a message, shortened when it is long.
	 * @return at most 300 characters
	 */
	public String shown() {
		return (this.payload.length() <= SHOWN) ? this.payload : this.payload.substring(0, SHOWN) + "…";
	}

	List<String> evidence() {
		List<String> ids = new ArrayList<>();
		String environment = environment();
		if (environment != null) {
			ids.add(environment);
		}
		calls().list().stream().map(AwsCall::id).forEach(ids::add);
		return ids;
	}

}

package academy.coldstart.trace;

import org.jspecify.annotations.Nullable;

/**
 * One request to an AWS service, as the recording proxy or the engine saw it.
 *
 * @param id the id within the trace, such as {@code c12}
 * @param environment the id of the execution environment that made the call, or null for
 * a call of the engine itself
 * @param invocation the AWS request id of the invocation during which it was made
 * @param phase when it was made
 * @param connection which TCP connection of the environment carried it; equal values mean
 * one connection
 * @param sdkInvocationId the value of {@code amz-sdk-invocation-id}: equal for the
 * attempts of one logical call
 * @param attempt the attempt within the logical call, from 1
 * @param service the service's signing name, such as {@code dynamodb}
 * @param operation the API operation, such as {@code PutItem}, or {@code Unknown}
 * @param resource what the call touches: a table, queue, bucket, topic or function name
 * @param region the AWS Region in the credential scope
 * @param startMs when the request arrived, in milliseconds since the trace began
 * @param endMs when the response was complete, in the same unit
 * @param status the HTTP status of the response, or 0 when there was none
 * @param errorCode the service's error code, such as
 * {@code ConditionalCheckFailedException}
 * @param errorMessage the service's error message
 * @param outcome who answered
 * @param request the request body
 * @param response the response body
 * @param frame where in the learner's code the call was made, as the function itself
 * says; a hint for the reader, never evidence
 * @param fault what a rule of the grader did to the call, or null
 * @param access what the policies of the caller say to it, or null where nothing is
 * decided
 * @param signer whose keys it was signed with, or null for a call that no function made
 */
public record AwsCall(String id, @Nullable String environment, @Nullable String invocation, Phase phase,
		String connection, @Nullable String sdkInvocationId, int attempt, String service, String operation,
		@Nullable String resource, String region, double startMs, double endMs, int status, @Nullable String errorCode,
		@Nullable String errorMessage, CallOutcome outcome, Body request, Body response, @Nullable String frame,
		@Nullable InjectedFault fault, @Nullable AccessDecision access, @Nullable Signer signer) {

	/**
	 * Create a call that no function made.
	 * @param id the id within the trace
	 * @param environment the id of the execution environment, or null
	 * @param invocation the AWS request id, or null
	 * @param phase when it was made
	 * @param connection the connection
	 * @param sdkInvocationId the id of the logical call, or null
	 * @param attempt the attempt within the logical call
	 * @param service the service's signing name
	 * @param operation the API operation
	 * @param resource what the call touches, or null
	 * @param region the AWS Region
	 * @param startMs when the request arrived
	 * @param endMs when the response was complete
	 * @param status the HTTP status, or 0
	 * @param errorCode the error code, or null
	 * @param errorMessage the error message, or null
	 * @param outcome who answered
	 * @param request the request body
	 * @param response the response body
	 * @param frame where the call was made, or null
	 * @param fault what a rule of the grader did to the call, or null
	 * @param access what the policies of the caller say to it, or null
	 */
	public AwsCall(String id, @Nullable String environment, @Nullable String invocation, Phase phase, String connection,
			@Nullable String sdkInvocationId, int attempt, String service, String operation, @Nullable String resource,
			String region, double startMs, double endMs, int status, @Nullable String errorCode,
			@Nullable String errorMessage, CallOutcome outcome, Body request, Body response, @Nullable String frame,
			@Nullable InjectedFault fault, @Nullable AccessDecision access) {
		this(id, environment, invocation, phase, connection, sdkInvocationId, attempt, service, operation, resource,
				region, startMs, endMs, status, errorCode, errorMessage, outcome, request, response, frame, fault,
				access, null);
	}

	/**
	 * Create a call on which nobody decided.
	 * @param id the id within the trace
	 * @param environment the id of the execution environment, or null
	 * @param invocation the AWS request id, or null
	 * @param phase when it was made
	 * @param connection the connection
	 * @param sdkInvocationId the id of the logical call, or null
	 * @param attempt the attempt within the logical call
	 * @param service the service's signing name
	 * @param operation the API operation
	 * @param resource what the call touches, or null
	 * @param region the AWS Region
	 * @param startMs when the request arrived
	 * @param endMs when the response was complete
	 * @param status the HTTP status, or 0
	 * @param errorCode the error code, or null
	 * @param errorMessage the error message, or null
	 * @param outcome who answered
	 * @param request the request body
	 * @param response the response body
	 * @param frame where the call was made, or null
	 * @param fault what a rule of the grader did to the call, or null
	 */
	public AwsCall(String id, @Nullable String environment, @Nullable String invocation, Phase phase, String connection,
			@Nullable String sdkInvocationId, int attempt, String service, String operation, @Nullable String resource,
			String region, double startMs, double endMs, int status, @Nullable String errorCode,
			@Nullable String errorMessage, CallOutcome outcome, Body request, Body response, @Nullable String frame,
			@Nullable InjectedFault fault) {
		this(id, environment, invocation, phase, connection, sdkInvocationId, attempt, service, operation, resource,
				region, startMs, endMs, status, errorCode, errorMessage, outcome, request, response, frame, fault,
				null);
	}

	/**
	 * Create a call that met no fault.
	 * @param id the id within the trace
	 * @param environment the id of the execution environment, or null
	 * @param invocation the AWS request id, or null
	 * @param phase when it was made
	 * @param connection the connection
	 * @param sdkInvocationId the id of the logical call, or null
	 * @param attempt the attempt within the logical call
	 * @param service the service's signing name
	 * @param operation the API operation
	 * @param resource what the call touches, or null
	 * @param region the AWS Region
	 * @param startMs when the request arrived
	 * @param endMs when the response was complete
	 * @param status the HTTP status, or 0
	 * @param errorCode the error code, or null
	 * @param errorMessage the error message, or null
	 * @param outcome who answered
	 * @param request the request body
	 * @param response the response body
	 * @param frame where the call was made, or null
	 */
	public AwsCall(String id, @Nullable String environment, @Nullable String invocation, Phase phase, String connection,
			@Nullable String sdkInvocationId, int attempt, String service, String operation, @Nullable String resource,
			String region, double startMs, double endMs, int status, @Nullable String errorCode,
			@Nullable String errorMessage, CallOutcome outcome, Body request, Body response, @Nullable String frame) {
		this(id, environment, invocation, phase, connection, sdkInvocationId, attempt, service, operation, resource,
				region, startMs, endMs, status, errorCode, errorMessage, outcome, request, response, frame, null);
	}

	/**
	 * Return whether the caller was told that it succeeded.
	 * @return whether the response had a status of 2xx
	 */
	public boolean succeeded() {
		return isSuccess(this.status);
	}

	/**
	 * Return whether the service may have done what it was asked: the caller was told so,
	 * or the answer got lost on its way.
	 * @return whether a change may come from this call
	 */
	public boolean mayHaveTakenEffect() {
		Integer atService = (this.fault != null) ? this.fault.serviceStatus() : null;
		return succeeded() || (atService != null && isSuccess(atService))
				|| (this.outcome == CallOutcome.BROKEN && this.status == 0);
	}

	private static boolean isSuccess(int status) {
		return status >= 200 && status < 300;
	}

}

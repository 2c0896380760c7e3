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
 */
public record AwsCall(String id, @Nullable String environment, @Nullable String invocation, Phase phase,
		String connection, @Nullable String sdkInvocationId, int attempt, String service, String operation,
		@Nullable String resource, String region, double startMs, double endMs, int status, @Nullable String errorCode,
		@Nullable String errorMessage, CallOutcome outcome, Body request, Body response, @Nullable String frame) {

	public boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

}

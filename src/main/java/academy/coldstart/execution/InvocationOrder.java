package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * One event that the Lambda service wants handled.
 *
 * @param requestId the AWS request id
 * @param arn the invoked function ARN, with its qualifier if it had one
 * @param traceId the X-Ray trace header
 * @param clientContext the client context as JSON text
 * @param payload the event
 */
record InvocationOrder(String requestId, String arn, @Nullable String traceId, @Nullable String clientContext,
		String payload) {

	/**
	 * Read the body of a request.
	 * @param body the JSON text
	 * @return the order
	 * @throws IllegalArgumentException when a field is missing
	 */
	static InvocationOrder read(byte[] body) {
		InvocationOrder order = Json.read(body, InvocationOrder.class);
		if (order.requestId == null || order.arn == null || order.payload == null) {
			throw new IllegalArgumentException("An invocation needs requestId, arn and payload");
		}
		return order;
	}

	byte[] payloadBytes() {
		return this.payload.getBytes(StandardCharsets.UTF_8);
	}

}

package academy.coldstart.fault;

import java.util.function.Supplier;

import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function that is allowed to pass and may meet a fault.
 *
 * @param environment the id of the execution environment within its trace
 * @param phase what the environment was doing when the call arrived
 * @param sdkInvocationId the value of {@code amz-sdk-invocation-id}, or null without one
 * @param service the signing name of the service, or the name of the companion
 * @param operation the operation, or the HTTP method in the case of a companion
 * @param resource what the call touches, or null when that is not known
 * @param body reads the body as text, empty when it is streamed
 */
public record PassingCall(String environment, Phase phase, @Nullable String sdkInvocationId, String service,
		String operation, @Nullable String resource, Supplier<String> body) {
}

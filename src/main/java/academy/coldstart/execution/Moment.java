package academy.coldstart.execution;

import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What an execution environment is doing.
 *
 * @param phase the phase
 * @param invocation the AWS request id, or null outside an invocation
 */
record Moment(Phase phase, @Nullable String invocation) {
}

package academy.coldstart.recording.protocol;

import org.jspecify.annotations.Nullable;

/**
 * An error as a service reports it.
 *
 * @param status the HTTP status
 * @param code the error code, such as {@code AccessDeniedException}
 * @param message the message
 */
public record AwsError(int status, String code, @Nullable String message) {

}

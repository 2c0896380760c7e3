package academy.coldstart.recording;

/**
 * Something went wrong on our side of the line, so that what the function did afterwards
 * says nothing about its code.
 *
 * @param call the id of the recorded call
 * @param message what happened
 */
public record PlatformFault(String call, String message) {
}

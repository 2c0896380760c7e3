package academy.coldstart.trial;

import java.util.UUID;

/**
 * An event that somebody keeps.
 *
 * @param id its id
 * @param name its name, unique within the exercise
 * @param function the logical id of the function that it is for, or an empty text for the
 * one with the handler of the exercise
 * @param event the event, as it was typed
 */
public record OwnEvent(UUID id, String name, String function, String event) {
}

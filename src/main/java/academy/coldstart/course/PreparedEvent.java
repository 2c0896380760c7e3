package academy.coldstart.course;

import org.jspecify.annotations.Nullable;

/**
 * An event that an exercise offers to try code with.
 *
 * @param name the name of its file without the ending, unique within the exercise
 * @param title what is special about it, as in a list
 * @param function the logical id of the function that it is for, or null when that is the
 * one with the handler of the exercise
 * @param json the event, formatted for people
 */
public record PreparedEvent(String name, String title, @Nullable String function, String json) {
}

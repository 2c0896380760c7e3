package academy.coldstart.trace;

import org.jspecify.annotations.Nullable;

/**
 * Something that the grader did to the system under test.
 *
 * @param id the id within the trace, such as {@code a3}
 * @param check the id of the check that did it, or null for preparations
 * @param startMs when it began, in milliseconds since the trace began
 * @param endMs when it was done
 * @param text what it did, as a sentence part such as {@code sent order o-17 twice}
 */
public record GraderAction(String id, @Nullable String check, double startMs, double endMs, String text) {
}

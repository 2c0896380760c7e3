package academy.coldstart.grader;

import org.jspecify.annotations.Nullable;

/**
 * Why a function cannot be started at all.
 *
 * @param kind a short name, such as {@code syntax-error}
 * @param message what, where and what to do, as a sentence for the learner
 * @param place where to look, when that is known
 * @param raw the error as the runtime reported it
 */
public record HandlerProblem(String kind, String message, @Nullable Place place, String raw) {
}

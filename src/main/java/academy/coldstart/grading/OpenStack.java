package academy.coldstart.grading;

import java.util.List;
import java.util.Optional;

import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A deployed stack that is there to be invoked, again and again, until it is closed. Not
 * for several threads at once.
 */
public interface OpenStack extends AutoCloseable {

	/**
	 * Return the functions of the stack.
	 * @return the logical ids, the function with the handler of the exercise first
	 */
	List<String> functions();

	/**
	 * Bring other files into the stack, if that needs no other stack: the code may
	 * differ, the template may not.
	 * @param task the files and their exercise
	 * @return what came of it
	 */
	Update update(GradingTask task);

	/**
	 * Invoke a function once, synchronously.
	 * @param function its logical id, one of {@link #functions()}
	 * @param event the event, as JSON
	 * @return what came of it
	 */
	Answer invoke(String function, String event);

	/**
	 * Look for what keeps it from being used any longer. Takes some milliseconds.
	 * @return the fault as a sentence, or empty when all is well
	 */
	Optional<String> fault();

	/**
	 * Say whether the engine is about to be replaced, and waits for this stack to be
	 * closed.
	 * @return whether it should be closed soon
	 */
	boolean isRecalled();

	@Override
	void close();

	/**
	 * What came of bringing other files into the stack.
	 */
	sealed interface Update {

	}

	/**
	 * The stack runs them now.
	 */
	record Updated() implements Update {
	}

	/**
	 * They need another stack; this one is as it was.
	 */
	record OtherStack() implements Update {
	}

	/**
	 * They cannot be deployed as they are; this one is as it was.
	 *
	 * @param problem what is wrong with them, in the words of a grading
	 */
	record NotTaken(Problem problem) implements Update {
	}

	/**
	 * The platform failed.
	 *
	 * @param fault the fault
	 */
	record NotUpdated(Problem fault) implements Update {
	}

	/**
	 * What came of an invocation.
	 */
	sealed interface Answer {

	}

	/**
	 * The handler returned.
	 *
	 * @param requestId the AWS request id of the invocation
	 * @param response what it returned, as JSON
	 * @param trace what happened since the event was sent
	 */
	record Returned(String requestId, String response, Trace trace) implements Answer {
	}

	/**
	 * The function failed.
	 *
	 * @param requestId the AWS request id of the invocation
	 * @param error the error object, as JSON
	 * @param type the error type, or an empty text
	 * @param explanation what went wrong, with what to look for
	 * @param place the line of the learner's files that it points to, or null
	 * @param trace what happened since the event was sent
	 */
	record Failed(String requestId, String error, String type, String explanation, CheckResult.@Nullable Place place,
			Trace trace) implements Answer {
	}

	/**
	 * Lambda did not hand the event to the function.
	 *
	 * @param message what it said
	 */
	record TurnedAway(String message) implements Answer {
	}

	/**
	 * The function had not ended when nobody would wait any longer; it was ended.
	 *
	 * @param seconds how long it was waited for
	 * @param trace what happened since the event was sent
	 */
	record Endless(long seconds, Trace trace) implements Answer {
	}

	/**
	 * The platform failed: nothing can be said about the code.
	 *
	 * @param fault the fault
	 */
	record Broken(Problem fault) implements Answer {
	}

}

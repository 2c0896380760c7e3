package academy.coldstart.trial;

import java.util.List;

import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.OpenStack;

/**
 * What came of a try.
 */
public sealed interface TryOutcome {

	/**
	 * The function was invoked.
	 *
	 * @param function the logical id of the function
	 * @param functions all functions of the stack
	 * @param deployment what was done before
	 * @param answer what came of it; never a fault of the platform
	 */
	record Invoked(String function, List<String> functions, Deployed deployment,
			OpenStack.Answer answer) implements TryOutcome {

		public Invoked {
			functions = List.copyOf(functions);
		}

	}

	/**
	 * The files cannot be deployed as they are.
	 *
	 * @param problem what is wrong with them
	 */
	record NotDeployed(Problem problem) implements TryOutcome {
	}

	/**
	 * The template has no such function.
	 *
	 * @param function the logical id that was asked for
	 * @param functions the functions that there are
	 */
	record NoFunction(String function, List<String> functions) implements TryOutcome {

		public NoFunction {
			functions = List.copyOf(functions);
		}

	}

	/**
	 * Too much is being tried at once.
	 */
	record Busy() implements TryOutcome {
	}

	/**
	 * The platform failed.
	 *
	 * @param problem the fault
	 */
	record Faulted(Problem problem) implements TryOutcome {
	}

	/**
	 * What was done before a function was invoked.
	 */
	enum Deployed {

		/** Nothing: what was open had these files. */
		NOTHING,

		/** The code was updated. */
		CODE,

		/** A stack was deployed. */
		STACK,

		/** A stack was deployed in place of one with another template. */
		OTHER_STACK,

		/** A stack was deployed in place of one that the platform had lost. */
		LOST_STACK

	}

}

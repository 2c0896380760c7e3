package academy.coldstart.execution;

import java.util.Locale;
import java.util.Map;

import academy.coldstart.isolation.Breach;
import academy.coldstart.trace.ExecutionEnvironment.End;
import academy.coldstart.trace.Invocation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Why a process ended, and what whoever waited for it is told.
 *
 * @param end the reason for the trace
 * @param outcome the outcome of the invocation that was running
 * @param errorType the error type of that invocation
 * @param message the error message, without the request id
 * @param status the status in the REPORT line
 * @param reported the error that the runtime reported, if it did
 */
record Ending(End end, Outcome outcome, String errorType, String message, String status,
		@Nullable ErrorObject reported) {

	private static final String EXIT_ERROR = "Runtime.ExitError";

	private static final Map<Integer, String> SIGNALS = Map.of(1, "hangup", 2, "interrupt", 4, "illegal instruction", 6,
			"aborted", 7, "bus error", 8, "floating point exception", 9, "killed", 11, "segmentation fault", 13,
			"broken pipe", 15, "terminated");

	static Ending timedOut(int seconds) {
		String message = String.format(Locale.ROOT, "Error: Task timed out after %.2f seconds", (double) seconds);
		return of(End.TIMED_OUT, Outcome.TIMED_OUT, "Sandbox.Timedout", message, "timeout");
	}

	static Ending initTimedOut(long seconds) {
		String message = String.format(Locale.ROOT,
				"Error: The Init phase, which runs the code outside the handler, timed out after %.2f seconds",
				(double) seconds);
		return of(End.INIT_FAILED, Outcome.TIMED_OUT, "Sandbox.Timedout", message, "timeout");
	}

	static Ending initFailed(ErrorObject error) {
		return new Ending(End.INIT_FAILED, Outcome.FAILED, error.errorType(), error.errorMessage(), "error", error);
	}

	static Ending exited(int code, boolean duringInit) {
		return of(duringInit ? End.INIT_FAILED : End.EXITED, Outcome.EXITED, EXIT_ERROR,
				"Error: Runtime exited " + cause(code), error(EXIT_ERROR));
	}

	static Ending killed() {
		return of(End.KILLED, Outcome.KILLED, EXIT_ERROR, "Error: Runtime exited " + cause(137), error(EXIT_ERROR));
	}

	static Ending shutDown() {
		return of(End.SHUT_DOWN, Outcome.KILLED, EXIT_ERROR, "Error: The execution environment was shut down",
				error(EXIT_ERROR));
	}

	static Ending exceeded(Breach breach, EnvironmentPlan plan, FunctionLimits limits) {
		return switch (breach) {
			case MEMORY -> limit("Runtime.OutOfMemory",
					"The function used more than its " + plan.memoryMb() + " MB of memory and was stopped");
			case PROCESSES -> limit("Sandbox.ProcessLimit", "The function had more than " + limits.processes()
					+ " processes and threads at once and was stopped");
			case SCRATCH -> limit("Sandbox.StorageLimit",
					"The function filled its temporary directory beyond " + limits.storageMb(plan) + " MB or "
							+ String.format(Locale.ROOT, "%,d", limits.files()) + " files and was stopped");
		};
	}

	static Ending outputExceeded(FunctionLimits limits) {
		return limit("Sandbox.OutputLimit", "The function wrote more than " + FunctionLimits.text(limits.output())
				+ " of output, or a line of more than " + FunctionLimits.text(limits.line()) + ", and was stopped");
	}

	/**
	 * Say whether a process ended before its runtime could say anything: by the code of
	 * the function, or because the runtime itself cannot start here.
	 * @return whether nobody knows
	 */
	boolean isUnexplained() {
		return this.end == End.INIT_FAILED && this.reported == null;
	}

	ErrorObject error(String requestId, boolean named) {
		if (this.reported != null) {
			return this.reported.in(requestId);
		}
		String text = (named && this.message.startsWith("Error: ")) ? "RequestId: " + requestId + " " + this.message
				: this.message;
		return ErrorObject.of(this.errorType, text, requestId);
	}

	private static Ending limit(String type, String message) {
		return of(End.LIMIT_EXCEEDED, Outcome.LIMIT_EXCEEDED, type, "Error: " + message, error(type));
	}

	private static Ending of(End end, Outcome outcome, String type, String message, String status) {
		return new Ending(end, outcome, type, message, status, null);
	}

	private static String error(String type) {
		return "error\tError Type: " + type;
	}

	private static String cause(int code) {
		if (code == 0) {
			return "without providing a reason";
		}
		String signal = SIGNALS.get(code - 128);
		return "with error: " + ((signal != null) ? "signal: " + signal : "exit status " + code);
	}

}

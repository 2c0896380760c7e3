package academy.coldstart.execution;

/**
 * The result of an invocation as the Lambda service wants it.
 *
 * @param payload the response or the error object
 * @param isError whether it is an error object
 * @param logs the log text from START to REPORT, with what was written before START since
 * the previous invocation
 * @param ended whether the process has ended, so that the next event has to wait for a
 * new one
 */
record InvocationAnswer(String payload, boolean isError, String logs, boolean ended) {

	InvocationAnswer endedWithProcess() {
		return new InvocationAnswer(this.payload, this.isError, this.logs, true);
	}

}

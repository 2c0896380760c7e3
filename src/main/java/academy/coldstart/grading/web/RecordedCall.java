package academy.coldstart.grading.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Trace;

/**
 * An AWS call and its row in the timeline.
 *
 * @param call the call
 * @param row the row
 */
record RecordedCall(AwsCall call, TimelineRow row) {

	/**
	 * Return the calls of a run.
	 * @param trace the run
	 * @return its calls by time
	 */
	static List<RecordedCall> of(Trace trace) {
		Map<String, AwsCall> calls = trace.calls()
			.stream()
			.collect(Collectors.toMap(AwsCall::id, (call) -> call, (first, second) -> first));
		return TimelineRows.of(trace)
			.stream()
			.filter((row) -> row.kind().equals("call"))
			.flatMap((row) -> Stream.ofNullable(calls.get(row.anchor())).map((call) -> new RecordedCall(call, row)))
			.toList();
	}

	/**
	 * Return what it belongs to: its invocation, or what its environment did outside of
	 * invocations, or, for a call of the Lambda service, itself.
	 * @return equal texts for calls that belong together
	 */
	String place() {
		if (!this.row.invocation().isEmpty()) {
			return this.row.invocation();
		}
		return (this.call.environment() != null) ? this.call.environment() + " " + this.call.phase() : this.call.id();
	}

}

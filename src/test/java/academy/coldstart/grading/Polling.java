package academy.coldstart.grading;

import java.util.Set;
import java.util.stream.Collectors;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;

/**
 * The queues that Lambda polled in a run. How it cuts their messages into batches depends
 * on when they arrive, in either mode: the same ten messages come as one batch or as two.
 * So what an invocation did with its batch can only be compared call by call, and whether
 * anything of it was deleted is chance: not where a message that fails came along with
 * all others, and not yet where the run ended first.
 *
 * @param queues the names of the queues
 */
record Polling(Set<String> queues) {

	static Polling of(Trace trace) {
		return new Polling(trace.calls()
			.stream()
			.filter((call) -> call.phase() == Phase.ENGINE && call.operation().equals("ReceiveMessage"))
			.map((call) -> String.valueOf(call.resource()))
			.collect(Collectors.toUnmodifiableSet()));
	}

	/**
	 * Tell whether a call is Lambda's when it deletes what a function has worked off.
	 * @param call the call
	 * @return whether it is
	 */
	boolean deletes(AwsCall call) {
		return call.phase() == Phase.ENGINE && call.operation().startsWith("DeleteMessage")
				&& this.queues.contains(String.valueOf(call.resource()));
	}

	/**
	 * Tell whether the event of an invocation has messages of such a queue.
	 * @param invocation the invocation
	 * @return whether it does
	 */
	boolean feeds(Invocation invocation) {
		String event = String.valueOf(invocation.event().text());
		return this.queues.stream().anyMatch((queue) -> event.contains(":" + queue + "\""));
	}

}

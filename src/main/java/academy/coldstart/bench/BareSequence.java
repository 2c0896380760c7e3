package academy.coldstart.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Solution;
import academy.coldstart.grading.BareAccounts;
import academy.coldstart.grading.BareAccounts.BareAccount;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Trace;

/**
 * The deployments and invocations of a graded run, done again by a plain script of AWS
 * SDK calls on the same engine: what a verdict costs without a grader, reports and
 * checks.
 */
final class BareSequence {

	private BareSequence() {
	}

	/**
	 * Do it all again, with all seeds at once as a grading does.
	 * @param accounts opens the accounts
	 * @param exercise the exercise
	 * @param solution the code
	 * @param traces what was done, for each seed
	 * @return how long it took in seconds
	 * @throws Exception when it did not work
	 */
	static double play(BareAccounts accounts, Exercise exercise, Solution solution, List<Trace> traces)
			throws Exception {
		long begin = System.nanoTime();
		inParallel(traces.stream()
			.<Callable<Boolean>>map((trace) -> () -> play(accounts, exercise, solution, trace))
			.toList());
		return (System.nanoTime() - begin) / 1e9;
	}

	private static boolean play(BareAccounts accounts, Exercise exercise, Solution solution, Trace trace)
			throws Exception {
		try (BareAccount account = accounts.open(exercise, trace.seed());
				BareStack stack = BareStack.deploy(account, exercise, solution)) {
			for (List<Invocation> together : groups(trace.invocations())) {
				together.stream()
					.filter((invocation) -> invocation.coldStart() && stack.wasInvoked(invocation.functionArn()))
					.forEach((invocation) -> account.renew(stack.function(invocation.functionArn())));
				inParallel(together.stream()
					.<Callable<Boolean>>map(
							(invocation) -> () -> stack.invoke(invocation.functionArn(), event(invocation)))
					.toList());
			}
		}
		return true;
	}

	private static String event(Invocation invocation) {
		String text = invocation.event().text();
		if (text == null || invocation.event().truncated()) {
			throw new IllegalStateException("An event of the sequence is too large to be repeated");
		}
		return text;
	}

	/**
	 * Put those together that ran at the same time.
	 * @param invocations all invocations in the order in which they began
	 * @return the groups in their order
	 */
	static List<List<Invocation>> groups(List<Invocation> invocations) {
		List<List<Invocation>> groups = new ArrayList<>();
		double end = -1;
		for (Invocation invocation : invocations) {
			if (groups.isEmpty() || invocation.startMs() >= end) {
				groups.add(new ArrayList<>());
			}
			groups.getLast().add(invocation);
			Double ended = invocation.endMs();
			end = Math.max(end, (ended != null) ? ended : invocation.startMs());
		}
		return groups;
	}

	private static void inParallel(List<Callable<Boolean>> tasks) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()))) {
			for (Future<Boolean> future : threads.invokeAll(tasks)) {
				future.get();
			}
		}
	}

}

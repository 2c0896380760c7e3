package academy.coldstart.graders.initonce;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.ExecutionEnvironment.End;

/**
 * Twenty orders, one after the other, in one new environment.
 *
 * @param calls the calls of that environment
 * @param warmMs when the sixth order was sent: by then every pool of connections is as
 * large as it will be
 */
record TwentyOrders(Calls calls, double warmMs) {

	static final int COUNT = 20;

	private static final int WARM_UP = 5;

	/** Ends that the platform brought about, not the function. */
	private static final Set<End> OURS = Set.of(End.SHUT_DOWN, End.KILLED);

	/**
	 * Return what twenty orders did in a run, sent when it is asked for the first time.
	 * @param run the run
	 * @return what they did
	 * @throws LearnerFailure when not all of them were answered in one environment
	 */
	static TwentyOrders of(Run run) {
		return run.once(TwentyOrders.class, () -> send(run, Shop.of(run)));
	}

	private static TwentyOrders send(Run run, Shop shop) {
		run.function().renewEnvironments();
		double start = run.mark();
		List<Result> results = new ArrayList<>();
		for (int n = 1; n <= COUNT; n++) {
			Order order = shop.order();
			Result result = shop.send(order, "sent order %s, %d of %d".formatted(order.orderId(), n, COUNT));
			WrongAnswer.refuseForeign(shop, order, result);
			results.add(result);
		}
		String environment = onlyEnvironment(run, results);
		return new TwentyOrders(run.trace().calls().environment(environment).since(start),
				results.get(WARM_UP).startMs());
	}

	private static String onlyEnvironment(Run run, List<Result> results) {
		Set<String> used = new TreeSet<>();
		results.forEach((result) -> used.add(Objects.requireNonNull(result.environment())));
		if (used.size() == 1) {
			return used.iterator().next();
		}
		List<ExecutionEnvironment> ended = run.function()
			.timeline()
			.environments()
			.stream()
			.filter((environment) -> used.contains(environment.id()))
			.filter((environment) -> environment.end() != null && !OURS.contains(environment.end()))
			.toList();
		if (ended.isEmpty()) {
			throw new IllegalStateException("Orders in a row were spread over environments " + used);
		}
		throw LearnerFailure
			.because("The function ended its process %d times within %d orders, so each time an order had to wait for "
					+ "a new environment.", ended.size(), COUNT)
			.expected("one environment for %d orders in a row", COUNT)
			.observed("%d environments", used.size())
			.evidence(ended.stream().map(ExecutionEnvironment::id).toList());
	}

}

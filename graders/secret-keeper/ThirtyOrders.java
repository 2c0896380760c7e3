package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.ExecutionEnvironment.End;

/**
 * Thirty orders, one after the other, in one new environment. Some of them are not
 * charged, for reasons that have nothing to do with the key.
 *
 * @param till the checkout
 * @param charged the orders that were charged
 * @param troubled the orders that were not to be charged
 * @param calls the calls of each environment; there are several only where one ended
 * before its time, such as by the time limit
 */
record ThirtyOrders(Till till, List<Sale> charged, List<Sale> troubled, List<Calls> calls) {

	static final int COUNT = 30;

	/** How long a value has to be kept. */
	private static final int SECONDS = 60;

	/** Less than the rule says, for clocks that do not agree. */
	private static final double MIN_MS = 55_000;

	/** Longer than values are kept where nothing else is said: Powertools has 5 s. */
	private static final double PAUSE_MS = 6_000;

	private static final List<Integer> TROUBLES = List.of(429, 402, 500, 429, 402);

	/** Ends that the platform brought about, not the function. */
	private static final Set<End> OURS = Set.of(End.SHUT_DOWN, End.KILLED);

	/**
	 * Send them.
	 * @param till the checkout
	 * @return what they did
	 * @throws LearnerFailure when one was not charged, or they needed several
	 * environments
	 */
	static ThirtyOrders through(Till till) {
		till.function().renewEnvironments();
		List<Integer> places = places(new Random(till.run().seed()));
		List<Sale> charged = new ArrayList<>();
		List<Sale> troubled = new ArrayList<>();
		for (int n = 1; n <= COUNT; n++) {
			int trouble = places.indexOf(n);
			if (trouble >= 0) {
				Sale sale = till.sellInVain(TROUBLES.get(trouble));
				sale.requireHonest();
				troubled.add(sale);
			}
			else {
				Sale sale = till.sell(", %d of %d".formatted(n, COUNT));
				sale.requireCharged();
				charged.add(sale);
			}
			if (n == COUNT / 2) {
				pause(till, charged.getFirst());
			}
		}
		return new ThirtyOrders(till, charged, troubled, calls(till, Stream.concat(charged.stream(), troubled.stream())));
	}

	/**
	 * Demand that the key was read, and kept for as long as it may be.
	 * @throws LearnerFailure when it was not
	 */
	void requireFewReads() {
		if (this.calls.stream().allMatch((each) -> SecretCalls.values(each).isEmpty())) {
			throw LearnerFailure
				.because("%d orders were charged in a new environment that never read the secret: the key comes from "
						+ "somewhere else, and will not follow when the secret is rotated.", this.charged.size())
				.expected("one GetSecretValue")
				.observed("no call to Secrets Manager")
				.evidence(this.charged.getFirst().result());
		}
		this.calls.forEach((each) -> {
			require(SecretCalls.values(each), "read");
			require(SecretCalls.questions(each), "asked about");
		});
	}

	private void require(Calls calls, String what) {
		List<Double> starts = calls.list().stream().map(AwsCall::startMs).sorted().toList();
		boolean frequent = IntStream.range(1, starts.size())
			.anyMatch((n) -> starts.get(n) - starts.get(n - 1) < MIN_MS);
		if (frequent) {
			throw LearnerFailure
				.because("The secret was %s %d times for %d orders in one environment, at %s.%s Every call costs money "
						+ "and time, and counts against a quota.", what, calls.count(), COUNT, calls.times(),
						forTroubles(calls))
				.expected("at most one call within %d seconds", SECONDS)
				.observed("%d calls", calls.count())
				.evidence(calls)
				.at(this.till.run().place(calls));
		}
	}

	private String forTroubles(Calls calls) {
		Set<String> invocations = this.troubled.stream().map((sale) -> sale.result().requestId()).collect(Collectors.toSet());
		long count = calls.list().stream().filter((call) -> invocations.contains(call.invocation())).count();
		return (count < 2) ? ""
				: " %d of them came with orders that were declined (402), throttled (429) or met an error of the "
					.formatted(count) + "provider (500): a new key does not help there.";
	}

	// Not the first two, so that the key is there already.
	private static List<Integer> places(Random random) {
		List<Integer> places = new ArrayList<>(IntStream.rangeClosed(3, COUNT).boxed().toList());
		Collections.shuffle(places, random);
		return places.subList(0, TROUBLES.size());
	}

	private static void pause(Till till, Sale first) {
		double left = first.result().endMs() + PAUSE_MS - till.run().mark();
		if (left > 0) {
			till.run().act("waited, as the checkout does when there is little to do", () -> sleep((long) left));
		}
	}

	private static boolean sleep(long ms) {
		try {
			TimeUnit.MILLISECONDS.sleep(ms);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted between two orders", ex);
		}
	}

	private static List<Calls> calls(Till till, Stream<Sale> sales) {
		Set<String> used = sales.map((sale) -> Objects.requireNonNull(sale.result().environment()))
			.collect(Collectors.toSet());
		requireNoneLeft(till, used);
		return used.stream().map((environment) -> till.run().trace().calls().environment(environment)).toList();
	}

	private static void requireNoneLeft(Till till, Set<String> used) {
		List<ExecutionEnvironment> early = till.function()
			.timeline()
			.environments()
			.stream()
			.filter((one) -> used.contains(one.id()))
			.filter((one) -> one.end() != null && !OURS.contains(one.end()))
			.toList();
		if (used.size() > 1 && early.isEmpty()) {
			throw new IllegalStateException("Orders in a row were spread over environments " + used);
		}
		List<ExecutionEnvironment> ended = early.stream().filter((one) -> one.end() == End.EXITED).toList();
		if (ended.isEmpty()) {
			return;
		}
		throw LearnerFailure
			.because("The function ended its process %d times within %d orders, so each time an order had to wait for a "
					+ "new environment, which reads the secret again.", ended.size(), COUNT)
			.expected("one environment for %d orders in a row", COUNT)
			.observed("%d environments", used.size())
			.evidence(ended.stream().map(ExecutionEnvironment::id).toList());
	}

}

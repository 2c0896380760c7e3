package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.trace.ExecutionEnvironment;

/**
 * The key is replaced twice while orders come in, and for a moment no key is accepted.
 *
 * @param till the checkout
 * @param before an order before the first rotation
 * @param first the orders after the first rotation
 * @param second the orders after the second rotation
 * @param suspended an order while the provider refuses every key
 * @param last an order after that
 */
record Rotation(Till till, Sale before, After first, After second, Sale suspended, Sale last) {

	private static final int ORDERS = 6;

	/** Once for the order, and once more for whoever counts differently. */
	private static final int READS = 2;

	private static final int ATTEMPTS = 4;

	/**
	 * Return what rotations did in a run, which are made when this is asked for the first
	 * time.
	 * @param till the checkout
	 * @return what they did
	 */
	static Rotation of(Till till) {
		return till.run().once(Rotation.class, () -> play(till));
	}

	private static Rotation play(Till till) {
		till.function().renewEnvironments();
		Sale before = till.sell(", before the key is rotated");
		After first = rotate(till, "the rotation", ORDERS);
		After second = rotate(till, "another rotation", ORDERS / 2);
		till.provider().suspend(true);
		Sale suspended;
		try {
			suspended = till.sell(" while the payment provider refuses every key");
		}
		finally {
			till.provider().suspend(false);
		}
		return new Rotation(till, before, first, second, suspended, till.sell(", and the key is accepted again"));
	}

	private static After rotate(Till till, String name, int count) {
		double mark = till.run().mark();
		till.vault().rotate();
		List<Sale> sales = IntStream.rangeClosed(1, count)
			.mapToObj((n) -> till.sell(", %d of %d after %s".formatted(n, count, name)))
			.toList();
		List<Sale> repeated = sales.stream()
			.filter((sale) -> !sale.charged())
			.map((sale) -> till.sell(sale.order(), " again"))
			.toList();
		return new After(name, mark, sales, repeated);
	}

	/**
	 * Demand that it went well.
	 * @throws LearnerFailure when it did not
	 */
	void requireSurvived() {
		this.before.requireCharged();
		this.first.require(this.till);
		this.second.require(this.till);
		requireEnd();
		this.last.requireCharged();
	}

	// A 401 may have other reasons than a rotation.
	private void requireEnd() {
		if (this.suspended.result().errorType().equals("Sandbox.Timedout")) {
			throw loop("was still being worked on when the time limit came");
		}
		int reads = this.suspended.reads().count();
		int attempts = this.suspended.attempts().size();
		if (reads > READS || attempts > ATTEMPTS) {
			throw loop("made the function read the secret %d times and ask the provider %d times".formatted(reads,
					attempts));
		}
		this.suspended.requireHonest();
	}

	private LearnerFailure loop(String what) {
		return LearnerFailure
			.because("The payment provider refused every key, the new one as well, and order %s %s. A key that was read "
					+ "again and is refused again will not become better.", this.suspended.order().id(), what)
			.expected("one more read and one more request, then an error")
			.observed("%d reads, %d requests", this.suspended.reads().count(), this.suspended.attempts().size())
			.evidence(this.suspended.result());
	}

	/**
	 * What followed a rotation.
	 *
	 * @param name its name
	 * @param mark when it began
	 * @param sales the orders, one after the other
	 * @param repeated those of them that were not charged, sent again
	 */
	record After(String name, double mark, List<Sale> sales, List<Sale> repeated) {

		void require(Till till) {
			this.sales.forEach(Sale::requireHonest);
			requireOneFailure(till);
			Stream.concat(this.sales.stream().filter(Sale::charged), this.repeated.stream())
				.forEach(Sale::requireCharged);
		}

		// What was started later never saw the old key.
		private void requireOneFailure(Till till) {
			Set<String> old = new HashSet<>();
			till.function()
				.timeline()
				.environments()
				.stream()
				.filter((environment) -> environment.initStartMs() < this.mark)
				.map(ExecutionEnvironment::id)
				.forEach(old::add);
			List<Sale> failed = this.sales.stream().filter((sale) -> !sale.charged()).toList();
			List<Sale> excess = new ArrayList<>(failed);
			excess.removeIf((sale) -> old.remove(String.valueOf(sale.result().environment())));
			if (!excess.isEmpty()) {
				throw failure(failed, excess.getLast());
			}
		}

		private LearnerFailure failure(List<Sale> failed, Sale last) {
			int calls = this.sales.indexOf(last);
			boolean old = last.attempts()
				.stream()
				.anyMatch((attempt) -> attempt.credential() == PaymentProvider.Credential.OLD);
			String reason = old ? "The function was still using the old key %d calls after %s".formatted(calls, this.name)
					: "Order %s still failed %d calls after %s with %s".formatted(last.order().id(), calls, this.name,
							last.ending());
			return LearnerFailure
				.because("%s: %d of %d orders were not charged.", reason, failed.size(), this.sales.size())
				.expected("at most one failed order, then the new key")
				.observed("%d failed orders", failed.size())
				.evidence(last.result())
				.at(last.result().place());
		}

	}

}

package academy.coldstart.simulator.race;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two deliveries of the same order at about the same time; what was not handled is
 * delivered once more afterwards.
 *
 * @param strategy how the handler guards the charge
 * @param crash after which step of A its environment is killed, 0 for never
 * @param expires whether a claim has expired when a delivery comes again
 */
record Race(Strategy strategy, int crash, boolean expires) {

	/**
	 * Run it.
	 * @param turns who makes the next step, true for A; a worker that has ended leaves
	 * its turns out
	 * @return what happened, step by step
	 */
	Result run(List<Boolean> turns) {
		Shop shop = new Shop();
		Worker first = new Worker("A", this.strategy.steps(), shop, this.crash);
		Worker second = new Worker("B", this.strategy.steps(), shop, 0);
		List<Moment> moments = new ArrayList<>();
		for (boolean isFirst : turns) {
			Worker worker = isFirst ? first : second;
			if (worker.runs()) {
				moments.add(worker.step());
			}
		}
		for (Worker worker : List.of(first, second)) {
			if (worker.comesAgain()) {
				again((worker == first) ? "A again" : "B again", shop, moments);
			}
		}
		return new Result(moments, shop.charges(), shop.entry() == Shop.Entry.CHARGED);
	}

	private void again(String name, Shop shop, List<Moment> moments) {
		if (this.expires) {
			shop.expire();
		}
		Worker worker = new Worker(name, this.strategy.steps(), shop, 0);
		while (worker.runs()) {
			moments.add(worker.step());
		}
	}

	/**
	 * Let A make some steps before B starts; then they take turns.
	 * @param lead how many steps A makes alone
	 * @return the turns
	 */
	List<Boolean> turns(int lead) {
		int steps = this.strategy.steps().size();
		List<Boolean> turns = new ArrayList<>();
		IntStream.range(0, lead).forEach((step) -> turns.add(true));
		for (int step = 0; step < steps; step++) {
			turns.add(false);
			turns.add(true);
		}
		return turns;
	}

	/**
	 * Run it in all orders that the steps of both can have.
	 * @return a result for each order
	 */
	List<Result> all() {
		List<Result> results = new ArrayList<>();
		int steps = this.strategy.steps().size();
		for (int bits = 0; bits < 1 << (2 * steps); bits++) {
			if (Integer.bitCount(bits) == steps) {
				int order = bits;
				results.add(run(IntStream.range(0, 2 * steps).mapToObj((turn) -> ((order >> turn) & 1) == 1).toList()));
			}
		}
		return results;
	}

	/**
	 * What happened.
	 *
	 * @param moments the steps in their order
	 * @param charges how often the customer paid
	 * @param completed whether the table says in the end that the order is charged
	 */
	record Result(List<Moment> moments, int charges, boolean completed) {

		Result {
			moments = List.copyOf(moments);
		}

	}

}

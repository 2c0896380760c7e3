package academy.coldstart.simulator.web;

import java.util.List;

import academy.coldstart.simulator.Simulator;
import academy.coldstart.simulator.concurrency.ConcurrencySimulator;
import academy.coldstart.simulator.race.RaceSimulator;
import academy.coldstart.simulator.retry.RetrySimulator;

/**
 * All simulators, in the order of their list.
 */
public final class Simulators {

	private static final List<Simulator> ALL = List.of(new ConcurrencySimulator(), new RetrySimulator(),
			new RaceSimulator());

	private Simulators() {
	}

	/**
	 * Return them.
	 * @return the simulators
	 */
	public static List<Simulator> all() {
		return ALL;
	}

}

package academy.coldstart.simulator.concurrency;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Loads that can be followed on paper: requests come every 100 ms and take 500 ms.
 */
class FleetTests {

	private static final long MILLISECOND = 1000;

	private static final long LONG_KEPT = 300_000_000;

	@Test
	void needsRateTimesDuration() {
		Tally tally = run(new Load(10, 0, true, 1), new Limits(1000, 0, LONG_KEPT), 0, 500);
		assertThat(tally.count()).isEqualTo(300);
		assertThat(tally.busiest()).isEqualTo(5);
		assertThat(tally.cold()).isEqualTo(5);
		assertThat(tally.environments()).isEqualTo(5);
		assertThat(tally.latency(99)).isEqualTo(500);
	}

	// The first environment is free after 1.5 s. Until then 15 requests have come.
	@Test
	void needsMoreWhileInitTakesASecond() {
		Tally tally = run(new Load(10, 0, true, 1), new Limits(1000, 0, LONG_KEPT), 1000, 500);
		assertThat(tally.busiest()).isEqualTo(15);
		assertThat(tally.cold()).isEqualTo(15);
		assertThat(tally.latency(50)).isEqualTo(500);
		assertThat(tally.latency(100)).isEqualTo(1500);
	}

	// Of each five requests the first three run, and the other two find all three busy.
	@Test
	void throttlesAboveReservedConcurrency() {
		Tally tally = run(new Load(10, 0, true, 1), new Limits(3, 0, LONG_KEPT), 0, 500);
		assertThat(tally.throttled()).isEqualTo(120);
		assertThat(tally.busiest()).isEqualTo(3);
	}

	@Test
	void throttlesEverythingWhenNothingIsAllowed() {
		assertThat(run(new Load(10, 0, true, 1), new Limits(0, 0, LONG_KEPT), 0, 500).throttled()).isEqualTo(300);
	}

	@Test
	void waitsForNobodyWhenEnoughIsProvisioned() {
		Tally tally = run(new Load(10, 0, true, 1), new Limits(1000, 5, LONG_KEPT), 1000, 500);
		assertThat(tally.cold()).isZero();
		assertThat(tally.environments()).isEqualTo(5);
	}

	// Two are provisioned and take two requests of five. The other three of each five
	// need
	// an environment of their own until the first of these is free after 1.5 s: at 200,
	// 300, 400, 700, 800, 900, 1200, 1300 and 1400 ms.
	@Test
	void runsOnDemandWhatIsNotProvisioned() {
		Tally tally = run(new Load(10, 0, true, 1), new Limits(1000, 2, LONG_KEPT), 1000, 500);
		assertThat(tally.cold()).isEqualTo(9);
		assertThat(tally.throttled()).isZero();
	}

	// The request at 10 s reuses the environment of the ones before. A thousand more may
	// be
	// made at once.
	@Test
	void growsByAThousandAtOnce() {
		Tally tally = run(new Load(1, 1500, true, 1), new Limits(5000, 0, LONG_KEPT), 0, 100);
		assertThat(tally.throttled()).isEqualTo(500);
		assertThat(tally.cold()).isEqualTo(1001);
	}

	// Requests come each second, and an environment is forgotten after 0.5 s.
	@Test
	void startsColdWhenIdleEnvironmentsAreNotKept() {
		Tally tally = run(new Load(1, 0, true, 1), new Limits(1000, 0, 500 * MILLISECOND), 0, 100);
		assertThat(tally.cold()).isEqualTo(30);
		assertThat(tally.environments()).isEqualTo(1);
	}

	@Test
	void isTheSameForTheSameSeed() {
		long[] first = new Load(20, 0, false, 7).arrivals();
		assertThat(new Load(20, 0, false, 7).arrivals()).isEqualTo(first);
		assertThat(new Load(20, 0, false, 8).arrivals()).isNotEqualTo(first);
		assertThat(first.length).isBetween(500, 700);
		assertThat(first).isSorted();
	}

	private static Tally run(Load load, Limits limits, long init, long duration) {
		Fleet fleet = new Fleet(limits, init * MILLISECOND, duration * MILLISECOND);
		Arrays.stream(load.arrivals()).forEach(fleet::take);
		return new Tally(fleet.requests());
	}

}

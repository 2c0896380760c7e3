package academy.coldstart.course;

import java.nio.file.Path;
import java.util.List;

import academy.coldstart.rendering.Fact;
import academy.coldstart.simulator.Constant;
import academy.coldstart.simulator.Simulator;
import academy.coldstart.simulator.concurrency.ConcurrencySimulator;
import academy.coldstart.simulator.race.RaceSimulator;
import academy.coldstart.simulator.retry.RetrySimulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Simulators calculate with the figures that the lessons quote.
 */
class SimulatorFactsTests {

	@Test
	void constantsAreTheDatedFacts() {
		Course course = new CourseReader(Path.of("").toAbsolutePath()).read();
		for (Simulator simulator : List.of(new ConcurrencySimulator(), new RetrySimulator(), new RaceSimulator())) {
			for (Constant constant : simulator.constants()) {
				assertThat(course.fact(constant.fact()).map(Fact::value))
					.as("%s calculates with %s. When the fact has changed, so has the calculation.", simulator.id(),
							constant)
					.contains(constant.value());
			}
		}
	}

}

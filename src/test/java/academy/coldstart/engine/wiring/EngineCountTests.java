package academy.coldstart.engine.wiring;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class EngineCountTests {

	@ParameterizedTest(name = "{2} on {0} processors with {1} GiB")
	@CsvSource({ "1, 2, 1", "2, 24, 1", "4, 4, 1", "4, 6, 2", "4, 16, 2", "8, 16, 4", "64, 512, 4" })
	void followsProcessorsAndMemory(int processors, long gibibytes, int expected) {
		assertThat(EngineCount.automatic(processors, gibibytes << 30)).isEqualTo(expected);
	}

	@Test
	void leavesTheChoiceOfAPerson() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("person", Map.of("coldstart.engine.count", 3)));
		new EngineCount().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("coldstart.engine.count")).isEqualTo("3");
	}

	@Test
	void choosesWhereNobodyHas() {
		StandardEnvironment environment = new StandardEnvironment();
		new EngineCount().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("coldstart.engine.count", Integer.class)).isBetween(1, 4);
	}

}

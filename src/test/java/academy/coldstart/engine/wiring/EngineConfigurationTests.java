package academy.coldstart.engine.wiring;

import java.nio.file.Path;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.InstalledKit;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EngineConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(EngineConfiguration.class);

	@Test
	void offersTheEngineByDefaultWithoutStartingIt() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(Engine.class)
				.hasSingleBean(EngineDoctor.class)
				.hasSingleBean(InstalledKit.class);
			assertThat(context.getBean(Engine.class).status().state()).isEqualTo(State.INSTALLING);
			assertThat(context.getBean(InstalledKit.class).python()).isEmpty();
		});
	}

	@Test
	void bindsItsSettings() {
		this.runner
			.withPropertyValues("coldstart.engine.cache=/somewhere", "coldstart.engine.recycle-after-leases=3",
					"coldstart.engine.services=s3,sqs")
			.run((context) -> {
				EngineProperties properties = context.getBean(EngineProperties.class);
				assertThat(properties.cache()).isEqualTo(Path.of("/somewhere"));
				assertThat(properties.recycleAfterLeases()).isEqualTo(3);
				assertThat(properties.services()).containsExactly("s3", "sqs");
				assertThat(properties.warmSpare()).isTrue();
			});
	}

	@Test
	void refusesAModeThatDoesNotExist() {
		this.runner.withPropertyValues("coldstart.engine.mode=cloud")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("EngineProperties.Mode.cloud"));
	}

}

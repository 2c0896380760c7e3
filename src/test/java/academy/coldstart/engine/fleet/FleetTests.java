package academy.coldstart.engine.fleet;

import java.time.Duration;

import academy.coldstart.engine.EngineInfo;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.engine.installation.InstallationFailed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FleetTests {

	@Test
	void tellsTheStatusWhenPatienceEnds() {
		Fleet fleet = new Fleet(Statuses.installing("Installing the engine: step 2 of 4, Python packages."));
		assertThatThrownBy(() -> fleet.lease(Duration.ofMillis(10))).isInstanceOf(EngineUnavailable.class)
			.hasMessage("Installing the engine: step 2 of 4, Python packages.");
	}

	@Test
	void givesNoLeaseOfARunningEngineThatCannotWorkAtPresent() {
		Fleet fleet = new Fleet(Statuses.STARTING);
		fleet.admit(new Instance(new ScriptedEmulator(""), new EngineInfo("LocalStack", "4", "host")), Statuses.READY);
		fleet.publish(Statuses.hindered(Hindrance.ofFunctions("The disk with /var/tmp is full.")));

		assertThatThrownBy(() -> fleet.lease(Duration.ofDays(1))).isInstanceOf(EngineUnavailable.class)
			.hasMessage("The disk with /var/tmp is full.");

		fleet.publish(Statuses.READY);
		fleet.lease(Duration.ofDays(1));
	}

	@Test
	void doesNotWaitForWhatCannotCome() {
		Fleet fleet = new Fleet(Statuses.WAITING);
		fleet.publish(Statuses.impossible(new InstallationFailed("No Python was found.", "Install one.")));
		assertThatThrownBy(() -> fleet.lease(Duration.ofDays(1))).isInstanceOf(EngineUnavailable.class)
			.hasMessage("No Python was found.")
			.extracting((failure) -> ((EngineUnavailable) failure).status().remedies())
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.containsExactly("Install one.");
	}

}

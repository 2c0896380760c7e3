package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.engine.EngineInfo;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.engine.installation.InstallationFailed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FleetTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Fleet one = new Fleet(1);

	private final Fleet two = new Fleet(2);

	@Test
	void tellsTheStatusWhenPatienceEnds() {
		first(this.one).publish(Statuses.installing("Installing the engine: step 2 of 4, Python packages."));
		assertThatThrownBy(() -> this.one.lease(Duration.ofMillis(10))).isInstanceOf(EngineUnavailable.class)
			.hasMessage("Installing the engine: step 2 of 4, Python packages.");
	}

	@Test
	void givesNoLeaseOfARunningEngineThatCannotWorkAtPresent() {
		admit(this.one, 0, 7001);
		first(this.one).publish(Statuses.hindered(Hindrance.ofFunctions("The disk with /var/tmp is full.")));
		assertThatThrownBy(() -> this.one.lease(Duration.ofDays(1))).isInstanceOf(EngineUnavailable.class)
			.hasMessage("The disk with /var/tmp is full.");
		first(this.one).publish(Statuses.READY);
		assertThat(this.one.lease(PATIENCE).endpoint()).hasPort(7001);
	}

	@Test
	void doesNotWaitForWhatCannotCome() {
		first(this.one).publish(Statuses.impossible(new InstallationFailed("No Python was found.", "Install one.")));
		assertThatThrownBy(() -> this.one.lease(Duration.ofDays(1))).isInstanceOf(EngineUnavailable.class)
			.hasMessage("No Python was found.")
			.extracting((failure) -> ((EngineUnavailable) failure).status().remedies())
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.containsExactly("Install one.");
	}

	@Test
	void spreadsLeasesOverItsEngines() {
		admit(this.two, 0, 7001);
		admit(this.two, 1, 7002);
		List<Integer> ports = Stream.generate(() -> this.two.lease(PATIENCE).endpoint().getPort()).limit(4).toList();
		assertThat(ports.subList(0, 2)).containsExactlyInAnyOrder(7001, 7002);
		assertThat(ports.subList(2, 4)).containsExactlyInAnyOrder(7001, 7002);
	}

	@Test
	void leasesTheEngineThatIsReadyWhileAnotherStarts() {
		admit(this.two, 0, 7001);
		this.two.berths().get(1).publish(Statuses.STARTING);
		assertThat(this.two.status().state()).isEqualTo(State.READY);
		assertThat(this.two.status().summary()).isEqualTo("1 of 2 engines are ready.");
		assertThat(this.two.lease(PATIENCE).endpoint()).hasPort(7001);
		assertThat(this.two.lease(PATIENCE).endpoint()).hasPort(7001);
	}

	@Test
	void goesOnWithTheOtherEngineWhenOneHasEnded() {
		ScriptedEmulator emulator = admit(this.two, 0, 7001);
		admit(this.two, 1, 7002);
		emulator.exit().complete(137);
		assertThat(this.two.lease(PATIENCE).endpoint()).hasPort(7002);
	}

	@Test
	void recallsTheLeasesOfAnEngineThatIsToBeReplacedOrHasEnded() {
		ScriptedEmulator emulator = admit(this.one, 0, 7001);
		EngineLease old = this.one.lease(PATIENCE);
		assertThat(old.isRecalled()).isFalse();
		admit(this.one, 0, 7002);
		assertThat(old.isRecalled()).isTrue();
		assertThat(this.one.lease(PATIENCE).isRecalled()).isFalse();
		EngineLease ended = this.one.lease(PATIENCE);
		first(this.one).retire(Statuses.RECYCLING);
		assertThat(ended.isRecalled()).isTrue();
		emulator.exit().complete(137);
	}

	@Test
	void isReadyWhileOneEngineIsGivenUp() {
		first(this.two).publish(Statuses.broken(new InstanceFailed("It does not come up.")));
		admit(this.two, 1, 7002);
		assertThat(this.two.status().state()).isEqualTo(State.READY);
	}

	private static Berth first(Fleet fleet) {
		return fleet.berths().getFirst();
	}

	private static ScriptedEmulator admit(Fleet fleet, int place, int port) {
		ScriptedEmulator emulator = new ScriptedEmulator("Ready.\n", port);
		fleet.berths()
			.get(place)
			.admit(new Instance(emulator, new EngineInfo("LocalStack", "0", "scripted")), Statuses.READY);
		return emulator;
	}

}

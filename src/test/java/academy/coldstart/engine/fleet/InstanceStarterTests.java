package academy.coldstart.engine.fleet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstanceStarterTests {

	@Test
	void removesWhatPrintedReadyButDoesNotAnswer() {
		ScriptedEmulator emulator = new ScriptedEmulator("Ready.\n");
		assertThatThrownBy(() -> starter(emulator).start()).isInstanceOf(InstanceFailed.class);
		assertThat(emulator.stops()).isOne();
	}

	@Test
	void saysWithWhichExitCodeItEndedWhileItStarted() {
		ScriptedEmulator emulator = new ScriptedEmulator("Traceback\n");
		emulator.exit().complete(3);
		assertThatThrownBy(() -> starter(emulator).start()).isInstanceOf(InstanceFailed.class)
			.hasMessageContaining("exit code 3");
		assertThat(emulator.stops()).isOne();
	}

	private static InstanceStarter starter(ScriptedEmulator emulator) {
		return new InstanceStarter(new ScriptedBackend(() -> emulator));
	}

}

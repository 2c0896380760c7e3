package academy.coldstart.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.container.DockerState;
import academy.coldstart.engine.fleet.Backend;
import academy.coldstart.engine.fleet.Emulator;
import academy.coldstart.engine.installation.InstallationFailed;
import academy.coldstart.engine.installation.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChosenBackendTests {

	private static final Finding NO_PYTHON = new Finding("Python", Level.MISSING, "No Python 3.12 or 3.13.",
			"Install one.");

	private static final DockerState DOCKER = new DockerState("28.1.0", "Docker 28.1.0 answers.", "");

	private static final DockerState NO_DOCKER = new DockerState(null, "Docker was not found.", "Install Docker.");

	private final List<String> told = new ArrayList<>();

	@Test
	void prefersTheChildProcess() {
		assertThat(modeOf(Optional.empty(), DOCKER)).isEqualTo("host");
		assertThat(this.told).containsExactly("host prepared");
	}

	@Test
	void fallsBackToTheContainerAndSaysSo() {
		assertThat(modeOf(Optional.of(NO_PYTHON), DOCKER)).isEqualTo("container");
		assertThat(this.told.getFirst()).contains("in a container").contains("No Python 3.12 or 3.13.");
		assertThat(this.told).endsWith("container prepared");
	}

	@Test
	void saysWhatWouldHelpWhereNeitherWorks() {
		assertThatThrownBy(() -> modeOf(Optional.of(NO_PYTHON), NO_DOCKER)).isInstanceOf(InstallationFailed.class)
			.hasMessageContaining("No Python 3.12 or 3.13.")
			.hasMessageContaining("Docker was not found.")
			.extracting((failure) -> ((InstallationFailed) failure).remedies())
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.containsExactly("Install one.", "Or: Install Docker.");
	}

	private String modeOf(Optional<Finding> obstacle, DockerState docker) {
		ChosenBackend backend = new ChosenBackend(new Named("host"), new Named("container"), () -> obstacle,
				() -> docker);
		backend.prepare(this.told::add);
		return backend.mode();
	}

	private record Named(String mode) implements Backend {

		@Override
		public void prepare(Progress progress) {
			progress.report(this.mode + " prepared");
		}

		@Override
		public Emulator launch() {
			throw new UnsupportedOperationException("Nothing is launched in this test");
		}

	}

}

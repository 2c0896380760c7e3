package academy.coldstart.engine.wiring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.coldstart.engine.EngineProperties.Mode;
import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.container.DockerState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModesDoctorTests {

	private static final DockerState DOCKER = new DockerState("28.1.0", "Docker 28.1.0 answers.", "");

	private static final DockerState NO_DOCKER = new DockerState(null, "Docker was not found.", "Install it.");

	@Test
	void missesNothingWhereBothWaysWork() {
		assertThat(levels(Mode.AUTO, Level.GOOD, Level.GOOD, DOCKER)).doesNotContainValue(Level.MISSING)
			.containsEntry("Host mode", Level.GOOD)
			.containsEntry("Container mode", Level.GOOD);
	}

	@Test
	void doesWithoutPythonWhereDockerAnswers() {
		assertThat(levels(Mode.AUTO, Level.MISSING, Level.GOOD, DOCKER)).doesNotContainValue(Level.MISSING)
			.containsEntry("Python", Level.WEAK)
			.containsEntry("Host mode", Level.WEAK)
			.containsEntry("Container mode", Level.GOOD);
	}

	@Test
	void missesBothWhereNeitherWorks() {
		assertThat(levels(Mode.AUTO, Level.MISSING, Level.GOOD, NO_DOCKER)).containsEntry("Python", Level.MISSING)
			.containsEntry("Docker", Level.MISSING)
			.containsEntry("Host mode", Level.MISSING);
	}

	@Test
	void missesWhatTheChosenModeNeeds() {
		assertThat(levels(Mode.HOST, Level.MISSING, Level.GOOD, DOCKER)).containsEntry("Python", Level.MISSING)
			.containsEntry("Host mode", Level.MISSING);
		assertThat(levels(Mode.CONTAINER, Level.GOOD, Level.GOOD, NO_DOCKER)).containsEntry("Docker", Level.MISSING)
			.containsEntry("Host mode", Level.GOOD);
	}

	@Test
	void sparesNothingThatBothWaysNeed() {
		assertThat(levels(Mode.AUTO, Level.GOOD, Level.MISSING, DOCKER)).containsEntry("setsid", Level.MISSING)
			.containsEntry("Container mode", Level.MISSING);
	}

	@Test
	void saysWhyAModeDoesNotWork() {
		assertThat(new ModesDoctor(Mode.AUTO, () -> List.of(), () -> NO_DOCKER).examine())
			.filteredOn((finding) -> finding.subject().equals("Container mode"))
			.extracting(Finding::found)
			.containsExactly("It does not work: Docker was not found.");
	}

	private static Map<String, Level> levels(Mode mode, Level python, Level setsid, DockerState docker) {
		List<Finding> machine = List.of(new Finding("Python", python, "Python.", ""),
				new Finding("setsid", setsid, "setsid.", ""));
		return new ModesDoctor(mode, () -> machine, () -> docker).examine()
			.stream()
			.collect(Collectors.toMap(Finding::subject, Finding::level));
	}

}

package academy.coldstart.command;

import academy.coldstart.command.CommandRun.World;
import academy.coldstart.engine.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorCommandTests {

	private final World world = new World();

	@Test
	void saysThatGradingWorks() {
		this.world.findings.add(new Finding("Python", Finding.Level.GOOD, "Python 3.13.0.", ""));
		this.world.findings.add(new Finding("bubblewrap", Finding.Level.WEAK, "It is not installed.", "Install it."));
		assertThat(this.world.run("doctor")).isZero();
		assertThat(this.world.out()).contains("good     Python      Python 3.13.0.")
			.contains("weak     bubblewrap  It is not installed.")
			.contains("Install it.")
			.contains("Grading works on this machine.");
	}

	@Test
	void saysWhatIsMissingAndThatLessonsCanBeRead() {
		this.world.findings
			.add(new Finding("Python", Finding.Level.MISSING, "Found 3.11 only.", "Install python3.13."));
		assertThat(this.world.run("doctor")).isEqualTo(3);
		assertThat(this.world.out()).contains("missing  Python  Found 3.11 only.")
			.contains("Install python3.13.")
			.contains("Lessons can be read.");
	}

}

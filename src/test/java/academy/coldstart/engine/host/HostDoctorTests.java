package academy.coldstart.engine.host;

import java.nio.file.Path;
import java.util.Map;

import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HostDoctorTests {

	private static final Finding JAVA = new Finding("Java functions", Level.WEAK, "None.", "Get a JDK.");

	@Test
	void saysHowToGetAPythonAndToolsThatAreMissing(@TempDir Path empty) {
		HostDoctor doctor = new HostDoctor(Map.of("PATH", empty.toString(), "HOME", empty.toString()), empty,
				() -> JAVA);
		assertThat(doctor.examine()).filteredOn((finding) -> finding.level() == Level.MISSING)
			.extracting(Finding::subject)
			.contains("Python", "setsid");
		assertThat(doctor.examine()).filteredOn((finding) -> finding.level() == Level.MISSING)
			.allSatisfy((finding) -> assertThat(finding.remedy()).isNotBlank());
	}

	@Test
	void reportsTheJdkMemoryAndDiskOfThisMachine(@TempDir Path cache) {
		HostDoctor doctor = new HostDoctor(System.getenv(), cache.resolve("not/there/yet"), () -> JAVA);
		assertThat(doctor.examine()).extracting(Finding::subject)
			.contains("Operating system", "JDK", "Java functions", "Memory", "Disk", "setsid", "setpriv", "prlimit");
	}

}

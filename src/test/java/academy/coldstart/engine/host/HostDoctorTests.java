package academy.coldstart.engine.host;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineProperties.Mode;
import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.installation.Installer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class HostDoctorTests {

	private static final Finding JAVA = new Finding("Java functions", Level.WEAK, "None.", "Get a JDK.");

	@Test
	void saysHowToGetAPythonAndToolsThatAreMissing(@TempDir Path empty) {
		HostDoctor doctor = doctor(Map.of("PATH", empty.toString(), "HOME", empty.toString()), empty);
		assertThat(doctor.examine()).filteredOn((finding) -> finding.level() == Level.MISSING)
			.extracting(Finding::subject)
			.contains("Python", "setsid");
		assertThat(doctor.examine()).filteredOn((finding) -> finding.level() == Level.MISSING)
			.allSatisfy((finding) -> assertThat(finding.remedy()).isNotBlank());
	}

	@Test
	void reportsTheJdkMemoryAndDiskOfThisMachine(@TempDir Path cache) {
		HostDoctor doctor = doctor(System.getenv(), cache.resolve("not/there/yet"));
		assertThat(doctor.examine()).extracting(Finding::subject)
			.contains("Operating system", "JDK", "Java functions", "Memory", "Disk", "setsid", "setpriv", "prlimit");
	}

	@Test
	void saysThatNodeComesWithTheEngine(@TempDir Path cache) {
		assertThat(doctor(System.getenv(), cache).examine())
			.filteredOn((finding) -> finding.subject().equals("Node.js"))
			.extracting(Finding::found)
			.containsExactly("It comes with the engine, which is not installed yet.");
	}

	private static HostDoctor doctor(Map<String, String> environment, Path cache) {
		EngineProperties properties = new EngineProperties(Mode.HOST, 1, "debian", cache, null, List.of(), 1,
				DataSize.ofMegabytes(1), false, URI.create("https://repo.example"));
		return new HostDoctor(environment, cache, Installer.of(properties, Path.of(""), environment).nodeDoctor(),
				() -> JAVA);
	}

}

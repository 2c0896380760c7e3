package academy.coldstart.engine.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PipSettingsTests {

	@Test
	void passesOnTheIndexThatPipWasTold() {
		PipSettings settings = PipSettings.parse(List.of("global.index-url='https://one.example/simple'",
				":env:.index-url='https://user:secret@two.example/simple'", "global.timeout='90'"), Map.of());
		assertThat(settings.arguments()).containsOnly(
				Map.entry("PIP_INDEX_URL", "https://user:secret@two.example/simple"),
				Map.entry("PIP_DEFAULT_TIMEOUT", "90"));
		assertThat(settings.arePrivate()).isTrue();
	}

	@Test
	void joinsSeveralIndexes() {
		PipSettings settings = PipSettings
			.parse(List.of("install.extra-index-url='\\nhttps://one.example\\nhttps://two.example'"), Map.of());
		assertThat(settings.arguments()).containsEntry("PIP_EXTRA_INDEX_URL",
				"https://one.example https://two.example");
	}

	@Test
	void passesOnProxiesWithoutCallingThemPrivate() {
		PipSettings settings = PipSettings.parse(List.of(),
				Map.of("HTTPS_PROXY", "http://proxy.example:3128", "PATH", "/bin"));
		assertThat(settings.arguments()).containsOnly(Map.entry("HTTPS_PROXY", "http://proxy.example:3128"));
		assertThat(settings.arePrivate()).isFalse();
	}

	@Test
	void prefersTheCertificatesOfPip(@TempDir Path folder) throws IOException {
		Path pip = Files.createFile(folder.resolve("pip.crt"));
		Path other = Files.createFile(folder.resolve("other.crt"));
		Map<String, String> environment = Map.of("SSL_CERT_FILE", other.toString());
		assertThat(PipSettings.parse(List.of("global.cert='" + pip + "'"), environment).certificates()).contains(pip);
		assertThat(PipSettings.parse(List.of("global.cert='/nowhere'"), environment).certificates()).contains(other);
		assertThat(PipSettings.parse(List.of(), Map.of()).certificates()).isEmpty();
	}

	@Test
	void readsTheEnvironmentWherePipIsMissing() {
		PipSettings settings = PipSettings.of(Path.of("/nowhere/python"),
				Map.of("PIP_INDEX_URL", "https://one.example/simple"));
		assertThat(settings.arguments()).containsOnly(Map.entry("PIP_INDEX_URL", "https://one.example/simple"));
	}

}

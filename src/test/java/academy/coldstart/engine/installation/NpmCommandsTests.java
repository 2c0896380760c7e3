package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NpmCommandsTests {

	private static final Map<String, String> MACHINE = Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/somebody",
			"npm_config_registry", "https://mirror", "NPM_CONFIG_CAFILE", "/own.pem", "SECRET", "not for npm");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			npm error code ENOSPC                                       | the disk is full
			npm error code EINTEGRITY                                   | is not what it should be
			npm error code ENOTFOUND                                    | could not be reached
			npm error code SELF_SIGNED_CERT_IN_CHAIN                    | could not be reached
			npm error code EUSAGE\\nnpm error\\nnpm error something else | something else
			""")
	void saysWhatIsMissing(String output, String sentence) {
		NpmCommands commands = new NpmCommands(MACHINE);
		assertThatThrownBy(() -> run(commands, "printf '" + output + "\n' >&2; exit 1"))
			.isInstanceOf(InstallationFailed.class)
			.hasMessageContaining(sentence)
			.satisfies((failure) -> assertThat(((InstallationFailed) failure).remedies()).isNotEmpty());
	}

	@Test
	void handsOverTheSettingsOfNpmAndNothingElse() {
		run(new NpmCommands(MACHINE), "test \"$npm_config_registry\" = https://mirror && test -z \"$SECRET\""
				+ " && test \"$NPM_CONFIG_CAFILE\" = /own.pem && test \"$HOME\" = /home/somebody");
	}

	@Test
	void trustsWhomPipTrusts() {
		run(new NpmCommands(Map.of("PIP_CERT", "/pip.pem")), "test \"$NODE_EXTRA_CA_CERTS\" = /pip.pem");
		run(new NpmCommands(Map.of("PIP_CERT", "/pip.pem", "NODE_EXTRA_CA_CERTS", "/node.pem")),
				"test \"$NODE_EXTRA_CA_CERTS\" = /node.pem");
	}

	private static void run(NpmCommands commands, String script) {
		commands.run("Installing the libraries", Path.of("/"), List.of("/bin/sh", "-c", script));
	}

}

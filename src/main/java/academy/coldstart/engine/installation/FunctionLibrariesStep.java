package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.util.List;

/**
 * Installs the libraries that Python functions find at run time: the AWS SDK and
 * Powertools.
 *
 * @param lock the lock file
 * @param commands runs Python
 */
record FunctionLibrariesStep(Path lock, PythonCommands commands) implements InstallationStep {

	@Override
	public String title() {
		return "libraries for Python functions (a few seconds)";
	}

	@Override
	public String name() {
		return "functions";
	}

	@Override
	public void run(Kit kit) {
		this.commands.run("Installing the libraries for Python functions", kit.directory(),
				List.of(kit.python().toString(), "-m", "pip", "install", "--no-input", "--disable-pip-version-check",
						"--require-hashes", "--upgrade", "--target", kit.functionLibraries().toString(), "-r",
						this.lock.toString()));
	}

}

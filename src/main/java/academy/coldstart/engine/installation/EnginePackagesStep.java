package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.util.List;

/**
 * Installs LocalStack and all it needs, each package with the hash in the lock.
 *
 * @param lock the lock file
 * @param commands runs Python
 */
record EnginePackagesStep(Path lock, PythonCommands commands) implements InstallationStep {

	@Override
	public String title() {
		return "Python packages (about a minute)";
	}

	@Override
	public String name() {
		return "packages";
	}

	@Override
	public void run(Kit kit) {
		this.commands.run("Installing LocalStack", kit.directory(),
				List.of(kit.python().toString(), "-m", "pip", "install", "--no-input", "--disable-pip-version-check",
						"--require-hashes", "-r", this.lock.toString()));
	}

}

package academy.coldstart.engine.installation;

import java.util.List;

/**
 * Creates the virtual environment that LocalStack runs in.
 *
 * @param python the Python it is made from
 * @param commands runs Python
 */
record VenvStep(Python python, PythonCommands commands) implements InstallationStep {

	@Override
	public String title() {
		return "Python environment (a few seconds)";
	}

	@Override
	public String name() {
		return "venv";
	}

	@Override
	public void run(Kit kit) {
		this.commands.run("Creating a Python environment", kit.directory(),
				List.of(this.python.program().toString(), "-m", "venv", "--clear", kit.venv().toString()));
	}

}

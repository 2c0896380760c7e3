package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.engine.EngineProperties.Mode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command that all others belong to.
 */
@Command(name = "coldstart", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
		versionProvider = Coldstart.Version.class,
		description = "A course and assessment platform for AWS Lambda best practices.",
		footer = { "", "Exit codes: 0 passed, 1 not passed, 2 bad input, 3 platform fault." })
class Coldstart {

	private final Class<?> application;

	@Option(names = { "-v", "--verbose" }, scope = ScopeType.INHERIT, description = "Show the log as well.")
	private boolean verbose;

	@Option(names = "--engine", scope = ScopeType.INHERIT, paramLabel = "MODE",
			description = "How LocalStack runs: host, container, or auto (host where it can, else container).")
	private @Nullable Mode engine;

	Coldstart(Class<?> application) {
		this.application = application;
	}

	Class<?> application() {
		return this.application;
	}

	/**
	 * Start what a command works with.
	 * @param terminal where progress is told
	 * @return the started workbench, to be closed
	 */
	Workbench open(Terminal terminal) {
		return Workbench.start(this.application, terminal, this.verbose, settings());
	}

	/**
	 * Start what a command works with, with a setting of its own.
	 * @param terminal where progress is told
	 * @param setting an argument of the application, which counts more than any other
	 * @return the started workbench, to be closed
	 */
	Workbench open(Terminal terminal, String setting) {
		List<String> settings = new ArrayList<>(settings());
		settings.add(setting);
		return Workbench.start(this.application, terminal, this.verbose, settings);
	}

	/**
	 * Return what the options of all commands set.
	 * @return settings as arguments of the application
	 */
	List<String> settings() {
		return (this.engine == null) ? List.of() : List.of("--coldstart.engine.mode=" + this.engine);
	}

	static Terminal terminal(CommandLine command) {
		return new Terminal(command.getOut(), command.getErr(), command.getColorScheme().ansi(),
				System.out.charset().newEncoder().canEncode("✓✗–★"));
	}

	/**
	 * Knows the version of the packaged application.
	 */
	static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = Coldstart.class.getPackage().getImplementationVersion();
			return new String[] { "Coldstart " + ((version != null) ? version : "(development)") };
		}

	}

}

package academy.coldstart.command;

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
		return Workbench.start(this.application, terminal, this.verbose);
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

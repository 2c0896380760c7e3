package academy.coldstart.command;

import java.io.PrintWriter;
import java.util.List;

import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.submission.SubmissionRejected;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import org.springframework.core.NestedExceptionUtils;

/**
 * The command line of Coldstart.
 */
public final class Commands {

	private Commands() {
	}

	/**
	 * Run a command and write to the streams of the program.
	 * @param application the class that the application starts from
	 * @param arguments the command line; without any, the web application is run
	 * @return the exit code
	 */
	public static int execute(Class<?> application, String... arguments) {
		CommandLine line = line(application);
		return line.execute((arguments.length > 0) ? arguments : new String[] { "run" });
	}

	static int execute(Class<?> application, PrintWriter out, PrintWriter err, List<String> arguments) {
		return line(application).setOut(out)
			.setErr(err)
			.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
			.execute(arguments.toArray(new String[0]));
	}

	private static CommandLine line(Class<?> application) {
		Coldstart coldstart = new Coldstart(application);
		return new CommandLine(coldstart).addSubcommand(new RunCommand(coldstart))
			.addSubcommand(new GradeCommand(coldstart))
			.addSubcommand(new CheckCommand(coldstart))
			.addSubcommand(new VerifyCommand(coldstart))
			.addSubcommand(new RecordCommand(coldstart))
			.addSubcommand(new DoctorCommand(coldstart))
			.addSubcommand(new InstallCommand(coldstart))
			.addSubcommand(new BenchCommand(coldstart))
			.addSubcommand(new AttackCommand(coldstart))
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setExecutionExceptionHandler((ex, command, result) -> explain(ex, Coldstart.terminal(command)).code());
	}

	private static ExitCode explain(Exception problem, Terminal terminal) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
		return switch (cause) {
			case BadInput bad -> tell(terminal, String.valueOf(bad.getMessage()), ExitCode.BAD_INPUT);
			case SubmissionRejected rejected ->
				tell(terminal, String.valueOf(rejected.getMessage()), ExitCode.BAD_INPUT);
			case EngineUnavailable unavailable -> {
				tell(terminal, unavailable.status().summary(), ExitCode.PLATFORM_FAULT);
				unavailable.status().remedies().forEach(terminal::progress);
				yield ExitCode.PLATFORM_FAULT;
			}
			default -> {
				if (!cause.getClass().getName().startsWith("academy.coldstart.")) {
					cause.printStackTrace(terminal.err());
				}
				yield tell(terminal, "Coldstart could not do this: " + cause.getMessage(), ExitCode.PLATFORM_FAULT);
			}
		};
	}

	private static ExitCode tell(Terminal terminal, String message, ExitCode code) {
		terminal.progress(message);
		return code;
	}

}

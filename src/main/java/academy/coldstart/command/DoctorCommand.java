package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import academy.coldstart.engine.Finding;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Protection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Says what grading needs, what was found, and how to get the rest.
 */
@Command(name = "doctor", description = "Say what was found on this machine, and how to get what is missing.")
class DoctorCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	DoctorCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		try (Workbench workbench = this.coldstart.open(terminal)) {
			List<Finding> findings = new ArrayList<>(workbench.doctor().examine());
			workbench.isolation().map(DoctorCommand::finding).ifPresent(findings::add);
			int width = findings.stream().mapToInt((finding) -> finding.subject().length()).max().orElse(1);
			findings.forEach((finding) -> print(terminal, finding, width));
			boolean missing = findings.stream().anyMatch((finding) -> finding.level() == Finding.Level.MISSING);
			terminal.result(missing ? "Grading does not work on this machine yet. Lessons can be read."
					: "Grading works on this machine.");
			return (missing ? ExitCode.PLATFORM_FAULT : ExitCode.PASSED).code();
		}
	}

	private static Finding finding(Isolation isolation) {
		Optional<String> obstacle = isolation.unavailable();
		Protection protection = isolation.protection();
		if (obstacle.isPresent()) {
			return new Finding("Sandbox", Finding.Level.MISSING, protection.description(), obstacle.get());
		}
		return new Finding("Sandbox", protection.holdsStrangers() ? Finding.Level.GOOD : Finding.Level.WEAK,
				protection.description(), protection.holdsStrangers() ? "" : "Grade only your own code this way.");
	}

	private static void print(Terminal terminal, Finding finding, int width) {
		String word = switch (finding.level()) {
			case GOOD -> terminal.good("good");
			case WEAK -> terminal.weak("weak");
			case MISSING -> terminal.bad("missing");
		};
		terminal.result(String.format(Locale.ROOT, "%s  %-" + width + "s  %s", word, finding.subject(),
				Terminal.plain(finding.found())));
		if (!finding.remedy().isBlank()) {
			terminal.result(" ".repeat(13 + width) + Terminal.plain(finding.remedy()));
		}
	}

}

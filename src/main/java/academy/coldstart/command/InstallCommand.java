package academy.coldstart.command;

import java.util.concurrent.Callable;

import academy.coldstart.isolation.Isolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Installs everything that is downloaded at the first start, for machines that will be
 * offline and for images.
 */
@Command(name = "install", description = "Download and install everything; no internet is needed after that.")
class InstallCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	InstallCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		try (Workbench workbench = this.coldstart.open(terminal)) {
			workbench.installation().complete(terminal::progress);
			workbench.isolation().map(Isolation::describe).ifPresent(terminal::progress);
			terminal.result("Everything is installed.");
			return ExitCode.PASSED.code();
		}
	}

}

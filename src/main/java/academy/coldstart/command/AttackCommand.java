package academy.coldstart.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import academy.coldstart.attack.AttackCase;
import academy.coldstart.attack.AttackPlan;
import academy.coldstart.attack.AttackReport;
import academy.coldstart.attack.AttackResult;
import academy.coldstart.attack.Attacks;
import academy.coldstart.attack.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Attacks the platform and says what came of it.
 */
@Command(name = "attack", description = "Attack the sandbox, the Runtime API and the proxy, and say what held.")
class AttackCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(arity = "0..*", paramLabel = "CASE",
			description = "Cases such as c1; all of them when none is named. docs/attacks.md lists them.")
	private List<String> ids = new ArrayList<>();

	@Option(names = "--list", description = "Only print the table of all cases.")
	private boolean list;

	@Option(names = "--hold", hidden = true)
	private boolean hold;

	AttackCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() throws IOException {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		try (Workbench workbench = this.coldstart.open(terminal, "--coldstart.isolation.mode=sandbox")) {
			Attacks attacks = workbench.attacks();
			if (this.hold) {
				attacks.hold(terminal::result);
				return ExitCode.PASSED.code();
			}
			if (this.list) {
				terminal.result(attacks.table());
				return ExitCode.PASSED.code();
			}
			requireKnown(attacks.cases().stream().map(AttackCase::id).toList());
			workbench.installation().complete(terminal::progress);
			attacks.obstacle().ifPresent((reason) -> {
				throw new BadInput("Attacks would prove nothing on this machine. " + reason);
			});
			AttackReport report = attacks.run(new AttackPlan(this.ids, (result) -> print(result, terminal)));
			return summarize(report, terminal).code();
		}
	}

	private void requireKnown(List<String> known) {
		for (String id : this.ids) {
			if (!known.contains(id)) {
				throw new BadInput("There is no case named " + id + "." + Suggestions.sentence(id, known));
			}
		}
	}

	private static void print(AttackResult result, Terminal terminal) {
		String word = switch (result.outcome()) {
			case HELD, BOUNDED -> terminal.good(result.outcome().words());
			case NOT_APPLICABLE, SKIPPED -> terminal.weak(result.outcome().words());
			case ESCAPED -> terminal.bad(result.outcome().words());
		};
		terminal.result(String.format(Locale.ROOT, "%-4s %s %7s  %s", result.id(), word,
				Terminal.seconds(result.millis()), result.title()));
		terminal.result("       " + Terminal.plain(result.detail()));
	}

	private static ExitCode summarize(AttackReport report, Terminal terminal) {
		terminal.result(report.counts()
			.entrySet()
			.stream()
			.map((Map.Entry<Outcome, Long> entry) -> entry.getValue() + " " + entry.getKey().words())
			.collect(Collectors.joining(", ")));
		terminal.result(report.remains().isEmpty()
				? "Left afterwards: no process, directory, socket, mount, control group, user id or account"
				: "LEFT afterwards: " + String.join(", ", report.remains()));
		return report.holds() ? ExitCode.PASSED : ExitCode.NOT_PASSED;
	}

}

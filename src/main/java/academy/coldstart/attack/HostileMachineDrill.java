package academy.coldstart.attack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.isolation.SandboxIsolation;
import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;

import org.springframework.stereotype.Component;

/**
 * Starts Bubblewrap where it cannot work, and looks whether the platform knows what to do
 * about it.
 */
@Component
final class HostileMachineDrill implements Drill {

	private static final String SANDBOX = "bwrap --unshare-user --unshare-pid --unshare-net --ro-bind / /"
			+ " --proc /proc --dev /dev true";

	private static final List<Situation> SITUATIONS = List.of(
			new Situation("no namespaces of users", "echo 0 > /proc/sys/user/max_user_namespaces && exec " + SANDBOX,
					"The kernel allows no more namespaces. Raise the limit"),
			new Situation("no network namespaces", "echo 0 > /proc/sys/user/max_net_namespaces && exec " + SANDBOX,
					"The kernel allows no more namespaces. Raise the limit"),
			new Situation("covered parts of /proc", "mount -t tmpfs none /proc/fs && exec " + SANDBOX,
					"A new /proc may not be mounted"));

	@Override
	public String name() {
		return "hostile-machines";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		// Where only Bubblewrap may make namespaces, no such machine can be made.
		CommandResult possible = inNamespaces("true");
		if (!possible.succeeded()) {
			return Finding.skipped("the right of unshare to make namespaces (" + possible.output().strip() + ")");
		}
		List<String> known = new ArrayList<>();
		for (Situation situation : SITUATIONS) {
			CommandResult result = inNamespaces(situation.script());
			String advice = SandboxIsolation.explain(result.output());
			if (result.succeeded() || !advice.startsWith(situation.advice())) {
				return Finding.escaped(situation.name() + ": " + FunctionAnswer.brief(advice));
			}
			known.add(situation.name());
		}
		return attack.asExpected("advice is given for " + String.join(", ", known));
	}

	private static CommandResult inNamespaces(String script) {
		Command command = new Command(List.of("unshare", "--user", "--map-root-user", "--mount", "--propagation",
				"private", "sh", "-c", script), Path.of("/"), Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
		return CommandResult.of(command, Duration.ofMinutes(1), (line) -> {
		});
	}

	/**
	 * A machine that does not suit.
	 *
	 * @param name what is wrong with it
	 * @param script makes it so, for what is started afterwards
	 * @param advice the beginning of what the platform has to say
	 */
	private record Situation(String name, String script, String advice) {
	}

}

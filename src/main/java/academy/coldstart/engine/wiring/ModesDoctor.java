package academy.coldstart.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineProperties.Mode;
import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.container.DockerState;
import academy.coldstart.engine.host.HostDoctor;

/**
 * Examines both ways to run LocalStack, and says which of them work. What only the other
 * way needs is no obstacle.
 */
class ModesDoctor implements EngineDoctor {

	private final Mode mode;

	private final EngineDoctor host;

	private final Supplier<DockerState> docker;

	ModesDoctor(Mode mode, EngineDoctor host, Supplier<DockerState> docker) {
		this.mode = mode;
		this.host = host;
		this.docker = docker;
	}

	@Override
	public List<Finding> examine() {
		List<Finding> machine = this.host.examine();
		DockerState state = this.docker.get();
		Optional<Finding> basic = machine.stream()
			.filter(ModesDoctor::isMissing)
			.filter(ModesDoctor::isBasic)
			.findFirst();
		Optional<Finding> own = machine.stream().filter(ModesDoctor::isMissing).findFirst();
		boolean hostWorks = own.isEmpty();
		boolean containerWorks = basic.isEmpty() && state.isUsable();
		List<Finding> findings = new ArrayList<>();
		boolean spareable = containerWorks && this.mode != Mode.HOST;
		machine.forEach((finding) -> findings.add((spareable && !isBasic(finding)) ? weakened(finding) : finding));
		findings.add(new Finding("Docker", level(state.isUsable(), hostWorks, Mode.CONTAINER), state.sentence(),
				state.remedy()));
		findings.add(mode("Host mode", hostWorks, level(hostWorks, containerWorks, Mode.HOST),
				own.map(Finding::found).orElse("LocalStack runs as a child process.")));
		findings.add(mode("Container mode", containerWorks, level(containerWorks, hostWorks, Mode.CONTAINER),
				basic.map(Finding::found)
					.orElse(state.isUsable() ? "LocalStack runs in a container." : state.sentence())));
		return List.copyOf(findings);
	}

	private Level level(boolean works, boolean otherWorks, Mode one) {
		if (works) {
			return Level.GOOD;
		}
		boolean dispensable = this.mode != one && (this.mode != Mode.AUTO || otherWorks);
		return dispensable ? Level.WEAK : Level.MISSING;
	}

	private static Finding mode(String subject, boolean works, Level level, String reason) {
		return new Finding(subject, level, (works ? "It works: " : "It does not work: ") + reason, "");
	}

	private static Finding weakened(Finding finding) {
		return isMissing(finding) ? new Finding(finding.subject(), Level.WEAK, finding.found(), finding.remedy())
				: finding;
	}

	private static boolean isMissing(Finding finding) {
		return finding.level() == Level.MISSING;
	}

	private static boolean isBasic(Finding finding) {
		// Both ways need it.
		return !HostDoctor.OWN_SUBJECTS.contains(finding.subject());
	}

}

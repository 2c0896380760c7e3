package academy.coldstart.engine.wiring;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.engine.Finding;
import academy.coldstart.engine.container.DockerState;
import academy.coldstart.engine.fleet.Backend;
import academy.coldstart.engine.fleet.Emulator;
import academy.coldstart.engine.fleet.Hindrance;
import academy.coldstart.engine.installation.InstallationFailed;
import academy.coldstart.engine.installation.Progress;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * LocalStack as a child process where that can work, else in a container where Docker
 * answers. Which one it is, is found out when the engine is prepared.
 */
class ChosenBackend implements Backend {

	private static final Log logger = LogFactory.getLog(ChosenBackend.class);

	private final Backend host;

	private final Backend container;

	private final Supplier<Optional<Finding>> obstacle;

	private final Supplier<DockerState> docker;

	private volatile @Nullable Backend chosen;

	/**
	 * Create a backend that has not chosen yet.
	 * @param host the preferred one
	 * @param container the other one
	 * @param obstacle finds out what keeps the preferred one from working
	 * @param docker finds out whether Docker can be used
	 */
	ChosenBackend(Backend host, Backend container, Supplier<Optional<Finding>> obstacle, Supplier<DockerState> docker) {
		this.host = host;
		this.container = container;
		this.obstacle = obstacle;
		this.docker = docker;
	}

	@Override
	public String mode() {
		return chosen().mode();
	}

	@Override
	public void prepare(Progress progress) {
		Backend backend = choose(progress);
		this.chosen = backend;
		backend.prepare(progress);
	}

	private Backend choose(Progress progress) {
		Optional<Finding> missing = this.obstacle.get();
		if (missing.isEmpty()) {
			return this.host;
		}
		DockerState state = this.docker.get();
		if (!state.isUsable()) {
			throw new InstallationFailed(
					"The engine needs Python or Docker. " + missing.get().found() + " " + state.sentence(),
					missing.get().remedy(), "Or: " + state.remedy());
		}
		String sentence = "The engine runs in a container, because it cannot run as a child process here: "
				+ missing.get().found();
		logger.info(sentence);
		progress.report(sentence);
		return this.container;
	}

	private Backend chosen() {
		return Objects.requireNonNull(this.chosen, "Not prepared");
	}

	@Override
	public Optional<Hindrance> hindrance() {
		return chosen().hindrance();
	}

	@Override
	public Emulator launch() {
		return chosen().launch();
	}

}

package academy.coldstart.engine.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.FunctionHost;
import academy.coldstart.engine.fleet.Backend;
import academy.coldstart.engine.fleet.Emulator;
import academy.coldstart.engine.fleet.EmulatorSettings;
import academy.coldstart.engine.fleet.Hindrance;
import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.fleet.InstanceLog;
import academy.coldstart.engine.installation.InstallationFailed;
import academy.coldstart.engine.installation.Installer;
import academy.coldstart.engine.installation.Kit;
import academy.coldstart.engine.installation.Progress;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * LocalStack in a container of its own.
 */
public class ContainerBackend implements Backend {

	private static final Path ROOT = Path.of("/var/lib/coldstart");

	private static final String PYTHON = "/opt/coldstart/venv/bin/python";

	/** Ends with an error unless the environment host answers. */
	private static final String REACHES_HOST = """
			import os, urllib.request
			request = urllib.request.Request(os.environ["COLDSTART_HOST_URL"] + "/health")
			request.add_header("Authorization", "Bearer " + os.environ["COLDSTART_TOKEN"])
			urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10)
			""";

	private final EngineProperties properties;

	private final Installer installer;

	private final FunctionHost functionHost;

	private volatile @Nullable String image;

	/**
	 * Create the backend.
	 * @param properties the services that are emulated, and the base of the image
	 * @param installer installs what is needed beside the image
	 * @param functionHost where functions run
	 */
	public ContainerBackend(EngineProperties properties, Installer installer, FunctionHost functionHost) {
		this.properties = properties;
		this.installer = installer;
		this.functionHost = functionHost;
	}

	@Override
	public String mode() {
		return "container";
	}

	@Override
	public void prepare(Progress progress) {
		DockerState state = new DockerProbe(System.getenv()).ask();
		if (!state.isUsable()) {
			throw new InstallationFailed(state.sentence(), state.remedy());
		}
		try {
			DockerClient docker = docker();
			Leftovers.remove(docker);
			Bridge.address(docker);
			Kit kit = this.installer.installForContainer(progress);
			this.image = new EngineImage(docker, this.properties.imageBase(), this.installer).complete(kit, progress);
		}
		catch (DockerException ex) {
			throw new InstallationFailed("Docker failed: " + ex.getMessage() + ".", ex,
					"Look at the state of Docker: docker version.");
		}
	}

	@Override
	public Optional<Hindrance> hindrance() {
		return this.functionHost.hindrance().map(Hindrance::ofFunctions);
	}

	@Override
	public Emulator launch() {
		int port = freePort();
		InstanceLog log = new InstanceLog();
		LocalStackContainer container = new EngineContainer(Objects.requireNonNull(this.image, "Not prepared"), port,
				variables(port), log);
		try {
			container.start();
			requireHostReachable(container);
			return new ContainerEmulator(container, port, log);
		}
		catch (ContainerLaunchException | DockerException ex) {
			container.stop();
			throw new InstanceFailed("The engine's container did not start: " + rootMessage(ex) + ".", ex);
		}
		catch (RuntimeException ex) {
			container.stop();
			throw ex;
		}
	}

	private Map<String, String> variables(int port) {
		InetAddress address = Bridge.address(docker());
		Map<String, String> variables = new TreeMap<>(
				EmulatorSettings.of("0.0.0.0:" + port, port, this.properties.services(), ROOT));
		variables.put("PYTHONPATH", "/opt/coldstart/plugin");
		variables.putAll(this.functionHost.variables(address));
		return variables;
	}

	private static void requireHostReachable(LocalStackContainer container) {
		try {
			Container.ExecResult result = container.execInContainer(PYTHON, "-c", REACHES_HOST);
			if (result.getExitCode() != 0) {
				throw new InstanceFailed("The engine's container does not reach Coldstart at "
						+ container.getEnvMap().get("COLDSTART_HOST_URL")
						+ "; a firewall of this machine may keep containers from it.");
			}
		}
		catch (IOException ex) {
			throw new InstanceFailed("The engine's container could not be examined: " + ex + ".", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InstanceFailed("The start was interrupted.", ex);
		}
	}

	private static DockerClient docker() {
		try {
			return DockerClientFactory.instance().client();
		}
		catch (IllegalStateException | ContainerLaunchException ex) {
			throw new InstallationFailed("Testcontainers cannot use Docker: " + rootMessage(ex) + ".", ex,
					"Set TESTCONTAINERS_RYUK_DISABLED=true where no image can be pulled; ./coldstart does that.");
		}
	}

	private static String rootMessage(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage()).strip();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new InstanceFailed("No free port was found: " + ex + ".", ex);
		}
	}

}

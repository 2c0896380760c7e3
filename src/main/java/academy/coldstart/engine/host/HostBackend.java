package academy.coldstart.engine.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import academy.coldstart.engine.FunctionHost;
import academy.coldstart.engine.fleet.Backend;
import academy.coldstart.engine.fleet.Emulator;
import academy.coldstart.engine.fleet.Hindrance;
import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.installation.InheritedEnvironment;
import academy.coldstart.engine.installation.Installer;
import academy.coldstart.engine.installation.Kit;
import academy.coldstart.engine.installation.Progress;
import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.ProcessStartFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * LocalStack as a child process of this application.
 */
public class HostBackend implements Backend {

	private final Installer installer;

	private final Path instances;

	private final List<String> services;

	private final InheritedEnvironment inherited;

	private final FunctionHost functionHost;

	private volatile @Nullable Kit kit;

	/**
	 * Create the backend.
	 * @param installer installs what it needs
	 * @param instances where each process has a folder of its own
	 * @param services the services that are emulated
	 * @param functionHost where functions run
	 */
	public HostBackend(Installer installer, Path instances, List<String> services, FunctionHost functionHost) {
		this.installer = installer;
		this.instances = instances;
		this.services = List.copyOf(services);
		this.inherited = InheritedEnvironment.from(System.getenv());
		this.functionHost = functionHost;
	}

	@Override
	public String mode() {
		return "host";
	}

	@Override
	public void prepare(Progress progress) {
		Orphans.end(this.instances);
		this.kit = this.installer.install(progress);
	}

	@Override
	public Optional<Hindrance> hindrance() {
		return new InstanceDisk(this.instances).hindrance()
			.or(() -> this.functionHost.hindrance().map(Hindrance::ofFunctions));
	}

	@Override
	public Emulator launch() {
		Kit installed = Objects.requireNonNull(this.kit, "Not prepared");
		Map<String, String> variables = this.inherited.with(functionHostVariables());
		int port = freePort();
		InstanceDirectory directory = InstanceDirectory.create(this.instances, installed,
				this.installer.files().plugin());
		Map<String, String> environment = InstanceEnvironment.of(directory, port, this.services, variables);
		// It is killed with this application, however that ends.
		Command command = new Command(List.of("setpriv", "--pdeathsig", "KILL", "--", installed.python().toString(),
				"-m", "localstack.runtime.main"), directory.root(), environment);
		try {
			return new HostEmulator(directory, ChildProcess.start(command), URI.create("http://localhost:" + port));
		}
		catch (ProcessStartFailed ex) {
			directory.delete();
			throw new InstanceFailed(String.valueOf(ex.getMessage()), ex);
		}
	}

	private Map<String, String> functionHostVariables() {
		try {
			return this.functionHost.variables(InetAddress.getLoopbackAddress());
		}
		catch (RuntimeException ex) {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			throw new InstanceFailed("Functions cannot be run here: " + cause + ".", ex,
					"Check that the disk with the folder of coldstart.execution.directory (/var/tmp if not set) is not full"
							+ " and can be written.",
					"The log of Coldstart has the details.");
		}
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

package academy.coldstart.engine.container;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import academy.coldstart.engine.fleet.Emulator;
import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.fleet.InstanceLog;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.WaitResponse;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * A container with LocalStack.
 */
class ContainerEmulator implements Emulator {

	private static final long MEASUREMENT_HOLDS = Duration.ofSeconds(10).toNanos();

	private final LocalStackContainer container;

	private final DockerClient docker;

	private final URI endpoint;

	private final InstanceLog log;

	private final CompletableFuture<Integer> exit = new CompletableFuture<>();

	private long residentBytes;

	private long measuredAt = System.nanoTime() - MEASUREMENT_HOLDS;

	ContainerEmulator(LocalStackContainer container, int port, InstanceLog log) {
		this.container = container;
		this.docker = container.getDockerClient();
		this.endpoint = URI.create("http://localhost:" + port);
		this.log = log;
		this.docker.waitContainerCmd(container.getContainerId()).exec(new Exit());
	}

	@Override
	public URI endpoint() {
		return this.endpoint;
	}

	@Override
	public InstanceLog log() {
		return this.log;
	}

	@Override
	public CompletableFuture<Integer> exit() {
		return this.exit;
	}

	@Override
	public synchronized long residentBytes() {
		if (!this.exit.isDone() && System.nanoTime() - this.measuredAt >= MEASUREMENT_HOLDS) {
			this.residentBytes = Processes.residentBytes(this.docker, this.container.getContainerId());
			this.measuredAt = System.nanoTime();
		}
		return this.exit.isDone() ? 0 : this.residentBytes;
	}

	@Override
	public void requireConfined() {
		InspectContainerResponse found = inspect();
		List<String> exposed = bindings(found).map(Ports.Binding::getHostIp)
			.filter((address) -> !"127.0.0.1".equals(address))
			.toList();
		if (!exposed.isEmpty()) {
			throw new InstanceFailed("The engine's container can be reached from other machines, at " + exposed
					+ ", and is not used for that reason.");
		}
		if (found.getMounts() != null && !found.getMounts().isEmpty()) {
			throw new InstanceFailed(
					"The engine's container sees files of this machine, and is not used for that reason.");
		}
	}

	private static Stream<Ports.Binding> bindings(InspectContainerResponse found) {
		Map<?, Ports.Binding[]> ports = found.getNetworkSettings().getPorts().getBindings();
		return ports.values()
			.stream()
			.flatMap((bindings) -> Optional.ofNullable(bindings).stream().flatMap(Stream::of));
	}

	private InspectContainerResponse inspect() {
		try {
			return this.docker.inspectContainerCmd(this.container.getContainerId()).exec();
		}
		catch (DockerException ex) {
			throw new InstanceFailed("The engine's container cannot be examined: " + ex.getMessage() + ".", ex);
		}
	}

	@Override
	public void stop() {
		this.container.stop();
	}

	/**
	 * Hears of the end of the container.
	 */
	private final class Exit extends ResultCallback.Adapter<WaitResponse> {

		@Override
		public void onNext(WaitResponse response) {
			ContainerEmulator.this.exit.complete(response.getStatusCode());
		}

		@Override
		public void onError(Throwable failure) {
			// Docker itself has ended, or the container was removed.
			ContainerEmulator.this.exit.complete(-1);
		}

		@Override
		public void onComplete() {
			ContainerEmulator.this.exit.complete(-1);
		}

	}

}

package academy.coldstart.engine.container;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.engine.fleet.InstanceLog;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The container of an engine: reached from this machine only, without Docker's socket,
 * which Testcontainers gives to LocalStack, and without any privilege.
 */
class EngineContainer extends LocalStackContainer {

	EngineContainer(String image, int port, Map<String, String> variables, InstanceLog log) {
		super(DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"));
		setBinds(List.of());
		setExposedPorts(List.of(port));
		setPortBindings(List.of("127.0.0.1:" + port + ":" + port));
		withEnv(variables);
		withLabels(Labels.own());
		withNetworkMode(Bridge.NAME);
		withCreateContainerCmdModifier(EngineContainer::confine);
		withLogConsumer((frame) -> log.add(frame.getUtf8StringWithoutLineEnding()));
		waitingFor(new NoWaiting());
	}

	private static void confine(CreateContainerCmd command) {
		Objects.requireNonNull(command.getHostConfig())
			.withCapDrop(Capability.ALL)
			.withSecurityOpts(List.of("no-new-privileges"));
	}

	/**
	 * Whoever starts the container waits for what LocalStack prints.
	 */
	private static final class NoWaiting extends AbstractWaitStrategy {

		@Override
		protected void waitUntilReady() {
			// The container runs, which is enough.
		}

	}

}

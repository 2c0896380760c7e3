package academy.coldstart.engine.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.ProcessStartFailed;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Starts a LocalStack and hands it over only when it is warm and proved to be what we
 * want.
 */
class InstanceStarter {

	private static final Log logger = LogFactory.getLog(InstanceStarter.class);

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final EngineFiles files;

	private final Path instances;

	private final List<String> services;

	private final Supplier<Map<String, String>> variables;

	InstanceStarter(EngineFiles files, Path instances, List<String> services, Supplier<Map<String, String>> variables) {
		this.files = files;
		this.instances = instances;
		this.services = List.copyOf(services);
		this.variables = variables;
	}

	/**
	 * Start an instance and wait until it is warm.
	 * @param kit the installation
	 * @return the running instance
	 * @throws InstanceFailed when it does not come up, or must not be used
	 */
	Instance start(Kit kit) {
		long begin = System.nanoTime();
		Instance instance = launch(kit);
		try {
			awaitReady(instance);
			try (AccountClients clients = new AccountClients(instance.endpoint(), instance.accounts().next())) {
				new WarmUp(clients).run();
				new AccountCleanup(clients, instance::isAlive).run();
			}
			Inspection.inspect(instance);
			logger.info("Engine ready, endpoint=" + instance.endpoint() + " startMs="
					+ (System.nanoTime() - begin) / 1_000_000);
			return instance;
		}
		catch (InstanceFailed | SdkException ex) {
			logger.warn("The engine did not start: " + ex.getMessage() + "\n" + instance.log().tail());
			instance.stop();
			throw new InstanceFailed(String.valueOf(ex.getMessage()), ex);
		}
	}

	private Instance launch(Kit kit) {
		InstanceDirectory directory = InstanceDirectory.create(this.instances, kit, this.files.plugin());
		int port = freePort();
		Map<String, String> environment = InstanceEnvironment.of(directory, port, this.services, this.variables.get());
		Command command = new Command(List.of(kit.python().toString(), "-m", "localstack.runtime.main"),
				directory.root(), environment);
		try {
			return new Instance(directory, ChildProcess.start(command), URI.create("http://localhost:" + port));
		}
		catch (ProcessStartFailed ex) {
			directory.delete();
			throw new InstanceFailed(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static void awaitReady(Instance instance) {
		try {
			CompletableFuture.anyOf(instance.log().ready(), instance.exit())
				.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InstanceFailed("The start was interrupted.", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new InstanceFailed("LocalStack was not ready after " + PATIENCE.toSeconds() + " seconds.", ex);
		}
		if (!instance.log().ready().isDone()) {
			throw new InstanceFailed(
					"LocalStack ended with exit code " + instance.exit().join() + " while it started.");
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

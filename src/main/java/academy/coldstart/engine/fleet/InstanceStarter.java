package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.coldstart.engine.EngineInfo;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Starts a LocalStack and hands it over only when it is warm and proved to be what we
 * want.
 */
class InstanceStarter {

	private static final Log logger = LogFactory.getLog(InstanceStarter.class);

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final String VERSION = "4.14.0";

	private final Backend backend;

	InstanceStarter(Backend backend) {
		this.backend = backend;
	}

	/**
	 * Start an instance and wait until it is warm.
	 * @return the running instance
	 * @throws InstanceFailed when it does not come up, or must not be used
	 */
	Instance start() {
		long begin = System.nanoTime();
		Instance instance = new Instance(this.backend.launch(),
				new EngineInfo("LocalStack", VERSION, this.backend.mode()));
		try {
			awaitReady(instance);
			try (AccountClients clients = new AccountClients(instance.endpoint(), instance.accounts().next())) {
				new WarmUp(clients).run();
				new AccountCleanup(clients, instance::isAlive).run();
			}
			instance.leaveKeepsake();
			Inspection.inspect(instance);
			logger.info("Engine ready, endpoint=" + instance.endpoint() + " startMs="
					+ (System.nanoTime() - begin) / 1_000_000);
			return instance;
		}
		catch (RuntimeException ex) {
			logger.warn("The engine did not start: " + ex.getMessage() + "\n" + instance.log().tail());
			instance.stop();
			throw (ex instanceof InstanceFailed failed) ? failed
					: new InstanceFailed(String.valueOf(ex.getMessage()), ex);
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

}

package academy.coldstart.engine.fleet;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import academy.coldstart.engine.EngineInfo;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A LocalStack and the leases on it.
 */
class Instance {

	private static final Log logger = LogFactory.getLog(Instance.class);

	private final Emulator emulator;

	private final EngineInfo info;

	private final Accounts accounts = new Accounts();

	private final Semaphore cleaning = new Semaphore(2);

	private final AtomicBoolean stopping = new AtomicBoolean();

	private int leases;

	private int open;

	Instance(Emulator emulator, EngineInfo info) {
		this.emulator = emulator;
		this.info = info;
	}

	URI endpoint() {
		return this.emulator.endpoint();
	}

	EngineInfo info() {
		return this.info;
	}

	InstanceLog log() {
		return this.emulator.log();
	}

	Accounts accounts() {
		return this.accounts;
	}

	CompletableFuture<Integer> exit() {
		return this.emulator.exit();
	}

	void onExit(Runnable action) {
		CompletableFuture<Void> unused = exit().thenRun(action);
	}

	boolean isAlive() {
		return !exit().isDone();
	}

	synchronized void opened() {
		this.leases++;
		this.open++;
	}

	synchronized void closed() {
		this.open--;
	}

	synchronized int leases() {
		return this.leases;
	}

	synchronized boolean isIdle() {
		return this.open == 0;
	}

	/**
	 * Remove what is in an account. Waits while other accounts are being cleaned, and
	 * does nothing when LocalStack has ended.
	 * @param account the account
	 */
	void clean(String account) {
		this.cleaning.acquireUninterruptibly();
		long begin = System.nanoTime();
		try (AccountClients clients = new AccountClients(endpoint(), account)) {
			new AccountCleanup(clients, () -> isAlive() && !this.stopping.get()).run();
		}
		finally {
			this.cleaning.release();
			logger.debug("Account cleaned, cleanMs=" + (System.nanoTime() - begin) / 1_000_000);
		}
	}

	/**
	 * Return the resident memory of LocalStack.
	 * @return the size in bytes, or 0 when it has ended
	 */
	long residentBytes() {
		return this.emulator.residentBytes();
	}

	void requireConfined() {
		this.emulator.requireConfined();
	}

	void stop() {
		if (this.stopping.getAndSet(true)) {
			return;
		}
		logger.debug("Stopping an engine, endpoint=" + endpoint());
		this.emulator.stop();
	}

}

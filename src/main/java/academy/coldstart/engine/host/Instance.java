package academy.coldstart.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import academy.coldstart.process.ChildProcess;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A LocalStack process and the leases on it.
 */
class Instance {

	private static final Log logger = LogFactory.getLog(Instance.class);

	/** It ends slowly when functions are alive, and nothing of it is needed again. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final InstanceDirectory directory;

	private final ChildProcess process;

	private final URI endpoint;

	private final InstanceLog log = new InstanceLog();

	private final Accounts accounts = new Accounts();

	private final Semaphore cleaning = new Semaphore(2);

	private final AtomicBoolean stopping = new AtomicBoolean();

	private int leases;

	private int open;

	Instance(InstanceDirectory directory, ChildProcess process, URI endpoint) {
		this.directory = directory;
		this.process = process;
		this.endpoint = endpoint;
		this.log.follow(process.standardOutput());
		this.log.follow(process.standardError());
	}

	URI endpoint() {
		return this.endpoint;
	}

	InstanceLog log() {
		return this.log;
	}

	Accounts accounts() {
		return this.accounts;
	}

	ProcessHandle process() {
		return ProcessHandle.of(this.process.pid())
			.orElseThrow(() -> new InstanceFailed(
					"LocalStack ended with exit code " + this.process.exit().getNow(-1) + "."));
	}

	CompletableFuture<Integer> exit() {
		return this.process.exit();
	}

	void onExit(Runnable action) {
		CompletableFuture<Void> unused = this.process.exit().thenRun(action);
	}

	boolean isAlive() {
		return this.process.isAlive();
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
	 * does nothing when the process has ended.
	 * @param account the account
	 */
	void clean(String account) {
		this.cleaning.acquireUninterruptibly();
		long begin = System.nanoTime();
		try (AccountClients clients = new AccountClients(this.endpoint, account)) {
			new AccountCleanup(clients, () -> isAlive() && !this.stopping.get()).run();
		}
		finally {
			this.cleaning.release();
			logger.debug("Account cleaned, cleanMs=" + (System.nanoTime() - begin) / 1_000_000);
		}
	}

	/**
	 * Return the resident memory of the process.
	 * @return the size in bytes, or 0 when it has ended
	 */
	long residentBytes() {
		try {
			return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.sum();
		}
		catch (IOException | UncheckedIOException ex) {
			return 0;
		}
	}

	void stop() {
		if (this.stopping.getAndSet(true)) {
			return;
		}
		logger.debug("Stopping an engine, endpoint=" + this.endpoint);
		this.process.stop(GRACE);
		InstanceProcesses.end(this.directory.root());
		this.directory.delete();
	}

}

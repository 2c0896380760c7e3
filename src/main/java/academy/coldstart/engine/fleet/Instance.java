package academy.coldstart.engine.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import academy.coldstart.engine.EngineInfo;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

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

	private volatile @Nullable Keepsake keepsake;

	private volatile @Nullable String distrust;

	private volatile boolean retired;

	private volatile Runnable listener = () -> {
	};

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

	/**
	 * Have an action run when this instance takes no work any more.
	 * @param action the action
	 */
	void onEnd(Runnable action) {
		this.listener = action;
		CompletableFuture<Void> unused = exit().thenRun(action);
	}

	boolean isAlive() {
		return !exit().isDone() && this.distrust == null;
	}

	/**
	 * Say why it takes no work any more.
	 * @return the reason as a sentence
	 */
	String end() {
		String reason = this.distrust;
		return (reason != null) ? reason + "." : "LocalStack ended with exit code " + exit().getNow(-1) + ".";
	}

	/**
	 * Give it something to keep, by which {@link #fault()} knows that it kept everything.
	 */
	void leaveKeepsake() {
		this.keepsake = Keepsake.leave(endpoint(), this.accounts.next());
	}

	/**
	 * Look for what keeps its answers from being believed. Once it has lost what it was
	 * given to keep, it takes no work any more.
	 * @return the fault as a sentence, or empty
	 */
	Optional<String> fault() {
		Keepsake kept = this.keepsake;
		if (!isAlive() || kept == null) {
			return isAlive() ? Optional.empty() : Optional.of(end());
		}
		Optional<Keepsake.Loss> loss = kept.look();
		if (loss.isPresent() && loss.get().certain()) {
			this.distrust = loss.get().reason();
			this.listener.run();
		}
		return loss.map((found) -> found.reason() + ".").or(this.emulator::fault);
	}

	/** Take no new leases, and wait for those that there are. */
	void retire() {
		this.retired = true;
	}

	boolean isRetired() {
		return this.retired || !isAlive();
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

	synchronized int openLeases() {
		return this.open;
	}

	boolean isIdle() {
		return openLeases() == 0;
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

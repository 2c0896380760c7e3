package academy.coldstart.engine.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import academy.coldstart.engine.EngineInfo;
import academy.coldstart.engine.EngineLease;

/**
 * An account of an instance. Its resources are removed in the background; until then the
 * instance does not count as idle.
 */
class LeasedAccount implements EngineLease {

	private final Instance instance;

	private final String account;

	private final AtomicBoolean closed = new AtomicBoolean();

	LeasedAccount(Instance instance) {
		this.instance = instance;
		this.account = instance.accounts().next();
		instance.opened();
	}

	@Override
	public URI endpoint() {
		return this.instance.endpoint();
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public EngineInfo info() {
		return this.instance.info();
	}

	@Override
	public Optional<String> fault() {
		return this.instance.fault();
	}

	@Override
	public boolean isRecalled() {
		return this.instance.isRetired();
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			Thread.ofVirtual().name("clean-" + this.account).start(this::clean);
		}
	}

	private void clean() {
		try {
			this.instance.clean(this.account);
		}
		finally {
			this.instance.closed();
		}
	}

}

package academy.coldstart.isolation;

import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Signal;
import academy.coldstart.process.Signals;
import org.jspecify.annotations.Nullable;

/**
 * A learner program in a sandbox. The first process of the sandbox is the parent of
 * everything that loses its own, and when it is gone so is everything else.
 */
final class SandboxProcess implements ConfinedProcess, Watched, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** No honest program hides its files from the watchdog for so long: a second. */
	private static final int HIDDEN_LOOKS = 20;

	private final ChildProcess child;

	private final Members members;

	private final SandboxFamily family;

	private final LimitCheck limits;

	private final CompletableFuture<Breach> breach = new CompletableFuture<>();

	private final CompletableFuture<Integer> exit;

	private volatile boolean killed;

	private volatile boolean frozen;

	private volatile long peak;

	private volatile boolean alone = true;

	private @Nullable ScratchGauge gauge;

	private int hidden;

	SandboxProcess(ChildProcess child, Members members, Limits limits, @Nullable ControlGroup group,
			BooleanSupplier started) {
		this.child = child;
		this.members = members;
		this.family = new SandboxFamily(child.pid());
		this.limits = new LimitCheck(limits);
		this.exit = child.exit().thenApply((code) -> {
			if (group != null && group.ranOutOfMemory()) {
				this.breach.complete(Breach.MEMORY);
			}
			if (!this.killed && !started.getAsBoolean()) {
				throw new IllegalStateException("A sandbox could not be started: it ended with exit code " + code);
			}
			return code;
		});
	}

	@Override
	public InputStream standardOutput() {
		return this.child.standardOutput();
	}

	@Override
	public InputStream standardError() {
		return this.child.standardError();
	}

	@Override
	public CompletableFuture<Integer> exit() {
		return this.exit;
	}

	@Override
	public CompletableFuture<Breach> breach() {
		return this.breach;
	}

	@Override
	public void freeze() {
		this.frozen = true;
		signal(Signal.STOP);
	}

	@Override
	public void resume() {
		signal(Signal.CONTINUE);
		this.frozen = false;
	}

	// Most programs never have a second process, and the search is slow.
	private void signal(Signal signal) {
		long first = this.family.first();
		if (first > 0) {
			Signals.sendToGroup(first, signal);
		}
		if (!this.alone || this.family.hasMore()) {
			this.family.programs(members())
				.stream()
				.filter((entry) -> entry.group() != first)
				.forEach((entry) -> Signals.send(entry.pid(), signal));
		}
	}

	@Override
	public long peakMemoryBytes() {
		long main = this.family.main();
		if (this.alone && main > 0) {
			this.peak = Math.max(this.peak, ProcessTable.peakOf(main));
		}
		else {
			sample(this.family.programs(members()));
		}
		return this.peak;
	}

	@Override
	public ProcessorWaits processorWaits() {
		Map<Long, Long> waits = new HashMap<>();
		long main = this.family.main();
		if (this.alone && main > 0) {
			waits.putAll(ProcessTable.processorWaitsOf(main));
		}
		else {
			members().forEach((entry) -> waits.putAll(ProcessTable.processorWaitsOf(entry.pid())));
		}
		return new ProcessorWaits(waits);
	}

	@Override
	public void kill() {
		this.killed = true;
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		long first = this.family.first();
		this.child.signal(Signal.KILL);
		if (first > 0) {
			Signals.send(first, Signal.KILL);
		}
		for (List<ProcessEntry> left = members(); !left.isEmpty(); left = members()) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(left.size() + " processes of a sandbox did not end when killed");
			}
			left.forEach((entry) -> Signals.send(entry.pid(), Signal.KILL));
			LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
		}
	}

	List<ProcessEntry> members() {
		return this.members.in(ProcessTable.read());
	}

	@Override
	public boolean isFrozen() {
		return this.frozen;
	}

	@Override
	public void inspect(List<ProcessEntry> table, boolean withScratch) {
		List<ProcessEntry> own = this.family.programs(this.members.in(table));
		this.alone &= own.size() <= 1;
		sample(own);
		this.limits.breachOf(own)
			.or(() -> isScratchFull(withScratch) ? Optional.of(Breach.SCRATCH) : Optional.empty())
			.ifPresent(this::end);
	}

	// It is opened as early as possible: later, a program may hide itself.
	private synchronized boolean isScratchFull(boolean now) {
		long main = this.family.main();
		if (this.gauge == null && main > 0) {
			this.gauge = ScratchGauge.of(main).orElse(null);
			this.hidden += (this.gauge == null && ProcessTable.entryOf(main).isPresent()) ? 1 : 0;
		}
		return this.hidden > HIDDEN_LOOKS
				|| (now && this.gauge != null && this.gauge.files() > this.limits.limits().scratchFiles());
	}

	private void end(Breach reason) {
		this.breach.complete(reason);
		kill();
	}

	private void sample(List<ProcessEntry> own) {
		long now = own.stream().mapToLong((entry) -> ProcessTable.peakOf(entry.pid())).sum();
		this.peak = Math.max(this.peak, now);
	}

	@Override
	public synchronized void close() {
		if (this.gauge != null) {
			this.gauge.close();
		}
	}

}

package academy.coldstart.isolation;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Signal;
import academy.coldstart.process.Signals;

/**
 * A learner program that runs as ordinary child processes.
 */
final class PlainProcess implements ConfinedProcess, Watched {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ChildProcess child;

	private final Members members;

	private final Limits limits;

	private final Path scratch;

	private final CompletableFuture<Breach> breach = new CompletableFuture<>();

	private volatile boolean frozen;

	private volatile long peak;

	private volatile boolean alone = true;

	PlainProcess(ChildProcess child, Members members, Limits limits, Path scratch) {
		this.child = child;
		this.members = members;
		this.limits = limits;
		this.scratch = scratch;
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
		return this.child.exit();
	}

	@Override
	public CompletableFuture<Breach> breach() {
		return this.breach;
	}

	@Override
	public void freeze() {
		this.frozen = true;
		this.child.signal(Signal.STOP);
		signalStrays(Signal.STOP);
	}

	@Override
	public void resume() {
		this.child.signal(Signal.CONTINUE);
		signalStrays(Signal.CONTINUE);
		this.frozen = false;
	}

	@Override
	public long peakMemoryBytes() {
		if (this.alone) {
			this.peak = Math.max(this.peak, ProcessTable.peakOf(this.child.pid()));
		}
		else {
			sample(this.members.in(ProcessTable.read()));
		}
		return this.peak;
	}

	@Override
	public ProcessorWaits processorWaits() {
		Map<Long, Long> waits = new HashMap<>(ProcessTable.processorWaitsOf(this.child.pid()));
		if (!this.alone) {
			this.members.in(ProcessTable.read())
				.forEach((entry) -> waits.putAll(ProcessTable.processorWaitsOf(entry.pid())));
		}
		return new ProcessorWaits(waits);
	}

	@Override
	public void kill() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		this.child.signal(Signal.KILL);
		List<ProcessEntry> left = this.members.in(ProcessTable.read());
		while (!left.isEmpty()) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(
						left.size() + " processes of a learner program did not end when killed");
			}
			left.forEach((entry) -> Signals.send(entry.pid(), Signal.KILL));
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
			left = this.members.in(ProcessTable.read());
		}
	}

	@Override
	public boolean isFrozen() {
		return this.frozen;
	}

	@Override
	public void inspect(List<ProcessEntry> table, boolean withScratch) {
		List<ProcessEntry> own = this.members.in(table);
		this.alone &= own.size() <= 1;
		sample(own);
		new LimitCheck(this.limits).breachOf(own)
			.or(() -> (withScratch && isScratchFull()) ? Optional.of(Breach.SCRATCH) : Optional.empty())
			.ifPresent(this::end);
	}

	private boolean isScratchFull() {
		return new ScratchSize(this.limits.scratchBytes(), this.limits.scratchFiles()).isExceededBy(this.scratch);
	}

	private void end(Breach reason) {
		this.breach.complete(reason);
		kill();
	}

	private void sample(List<ProcessEntry> own) {
		long now = own.stream().mapToLong((entry) -> ProcessTable.peakOf(entry.pid())).sum();
		this.peak = Math.max(this.peak, now);
	}

	private void signalStrays(Signal signal) {
		// Most programs never have a second process, and the search is slow.
		if (this.alone && !ProcessTable.hasChildren(this.child.pid())) {
			return;
		}
		this.members.in(ProcessTable.read())
			.stream()
			.filter((entry) -> entry.group() != this.child.pid())
			.forEach((entry) -> Signals.send(entry.pid(), signal));
	}

}

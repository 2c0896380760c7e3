package academy.coldstart.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * A rule that was set, until it ends. It is one action of the trace, which says how often
 * it struck.
 */
public final class SetRule {

	private final FaultRule rule;

	private final TraceRecorder recorder;

	private final @Nullable String check;

	private final String id;

	private final double startMs;

	private final long startNanos = System.nanoTime();

	private final CallCount count;

	private final CountDownLatch ended = new CountDownLatch(1);

	private int strikes;

	SetRule(FaultRule rule, TraceRecorder recorder, @Nullable String check) {
		this.rule = rule;
		this.recorder = recorder;
		this.check = check;
		this.count = new CallCount(rule.quota());
		this.id = recorder.nextId('a');
		this.startMs = recorder.now();
		record();
	}

	/**
	 * Return the id of the action that the rule is in the trace.
	 * @return such as {@code a3}
	 */
	public String id() {
		return this.id;
	}

	@Nullable String check() {
		return this.check;
	}

	FaultRule rule() {
		return this.rule;
	}

	boolean holds() {
		return this.rule.effect() instanceof Effect.Holding;
	}

	/**
	 * Return how many requests met the fault.
	 * @return the count so far
	 */
	public synchronized int strikes() {
		return this.strikes;
	}

	/**
	 * Return how many calls of the kind came, also those that the quota left alone.
	 * @return the count so far: requests, or logical calls when the quota counts those
	 */
	public synchronized int seen() {
		return this.count.seen();
	}

	/**
	 * Wait until it has struck.
	 * @param wanted how often
	 * @param limit how long to wait at most
	 * @return whether it has
	 * @throws InterruptedException when the waiting is interrupted
	 */
	public synchronized boolean awaitStrikes(int wanted, Duration limit) throws InterruptedException {
		long deadline = System.nanoTime() + limit.toNanos();
		for (long left = limit.toNanos(); this.strikes < wanted && left > 0; left = deadline - System.nanoTime()) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
		return this.strikes >= wanted;
	}

	boolean matches(PassingCall call) {
		return !isOver() && this.rule.condition().test(call);
	}

	synchronized CallCount.LogicalCall count(PassingCall call) {
		return this.count.add(call);
	}

	synchronized boolean take(CallCount.LogicalCall call) {
		if (isOver() || !this.count.take(call)) {
			return false;
		}
		this.strikes++;
		record();
		notifyAll();
		return true;
	}

	// Wait as long as the rule holds a call, and say whether it ended meanwhile.
	boolean awaitEnd(long nanos) throws InterruptedException {
		return this.ended.await(nanos, TimeUnit.NANOSECONDS) || isOver();
	}

	boolean isOver() {
		Duration lifetime = this.rule.lifetime();
		return this.ended.getCount() == 0
				|| (lifetime != null && System.nanoTime() - this.startNanos >= lifetime.toNanos());
	}

	/** End the rule: it strikes no more, and the calls that it holds are let go. */
	synchronized void end() {
		if (this.ended.getCount() > 0) {
			record();
			this.ended.countDown();
		}
	}

	private void record() {
		Duration lifetime = this.rule.lifetime();
		double now = this.recorder.now();
		double end = (lifetime != null) ? Math.min(now, this.startMs + lifetime.toMillis()) : now;
		this.recorder.record(
				new GraderAction(this.id, this.check, this.startMs, end, RuleWords.action(this.rule, this.strikes)));
	}

}

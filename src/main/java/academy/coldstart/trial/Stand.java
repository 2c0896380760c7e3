package academy.coldstart.trial;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.grading.OpenStack;
import academy.coldstart.grading.OpenStacks;
import academy.coldstart.submission.SubmissionHash;
import academy.coldstart.trial.TryOutcome.Deployed;
import org.jspecify.annotations.Nullable;

/**
 * A place with the stack that is open there, if one is.
 */
final class Stand {

	/**
	 * Every try finds the same names and values, so that prepared events can name them.
	 */
	private static final List<Long> SEED = List.of(1L);

	private static final Problem CLOSED = new Problem("run", "closed",
			"What was deployed was given up while it was tried.", null, null, null);

	private final OpenStacks stacks;

	private final Semaphore room;

	private final ReentrantLock lock = new ReentrantLock(true);

	private volatile @Nullable OpenStack stack;

	private volatile long usedNanos = System.nanoTime();

	private String hash = "";

	Stand(OpenStacks stacks, Semaphore room) {
		this.stacks = stacks;
		this.room = room;
	}

	ReentrantLock lock() {
		return this.lock;
	}

	boolean isOpen() {
		return this.stack != null;
	}

	long usedNanos() {
		return this.usedNanos;
	}

	boolean isDue(Duration idle) {
		OpenStack open = this.stack;
		return open != null && (open.isRecalled() || System.nanoTime() - this.usedNanos > idle.toNanos());
	}

	/**
	 * Say whether something is open that the platform has lost.
	 * @return whether it is of no use any more
	 */
	boolean isLost() {
		OpenStack open = this.stack;
		return open != null && (open.isRecalled() || open.fault().isPresent());
	}

	/**
	 * Invoke a function of what is open with the files of an order.
	 * @param order the order
	 * @param deployed what was done before
	 * @return what came of it
	 */
	TryOutcome invoke(TryOrder order, Deployed deployed) {
		OpenStack open = this.stack;
		if (open == null) {
			return new TryOutcome.Faulted(CLOSED);
		}
		this.usedNanos = System.nanoTime();
		List<String> functions = open.functions();
		String function = order.function().isEmpty() ? functions.stream().findFirst().orElse("") : order.function();
		if (!functions.contains(function)) {
			return new TryOutcome.NoFunction(function, functions);
		}
		OpenStack.Answer answer = open.invoke(function, order.event());
		this.usedNanos = System.nanoTime();
		return (answer instanceof OpenStack.Broken(var fault)) ? new TryOutcome.Faulted(fault)
				: new TryOutcome.Invoked(function, functions, deployed, answer);
	}

	/**
	 * Bring the files of an order into what is open.
	 * @param order the order
	 * @return what came of it
	 */
	OpenStack.Update update(TryOrder order) {
		String wanted = SubmissionHash.of(order.files());
		OpenStack open = this.stack;
		if (open == null) {
			return new OpenStack.OtherStack();
		}
		OpenStack.Update update = open.update(task(order));
		if (update instanceof OpenStack.Updated) {
			this.hash = wanted;
		}
		return update;
	}

	boolean has(TryOrder order) {
		return isOpen() && this.hash.equals(SubmissionHash.of(order.files()));
	}

	/**
	 * Deploy the files of an order. Whoever asks has taken room for it.
	 * @param order the order
	 * @return what came of it
	 */
	OpenStacks.Opening open(TryOrder order) {
		boolean isOpen = false;
		try {
			OpenStacks.Opening opening = this.stacks.open(task(order));
			if (opening instanceof OpenStacks.Opened(OpenStack opened)) {
				this.hash = SubmissionHash.of(order.files());
				this.usedNanos = System.nanoTime();
				this.stack = opened;
				isOpen = true;
			}
			return opening;
		}
		finally {
			if (!isOpen) {
				this.room.release();
			}
		}
	}

	/** Close what is open, even in the middle of an invocation. */
	synchronized void close() {
		OpenStack open = this.stack;
		if (open != null) {
			this.stack = null;
			this.room.release();
			open.close();
		}
	}

	private static GradingTask task(TryOrder order) {
		return new GradingTask(order.exercise(), order.language(), order.files(), SEED);
	}

}

package academy.coldstart.grader;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for something, bounded. What does not happen in time is the learner's failure,
 * unless the handler cannot be started at all (then the check is blocked) or the engine
 * does not answer (then it is a fault of the platform).
 */
public final class Await {

	private static final long POLL_MS = 40;

	private final Run run;

	private final String what;

	private final Duration limit;

	private final Duration longest;

	private final Supplier<?> progress;

	Await(Run run, String what, Duration limit) {
		this(run, what, limit, limit, () -> "");
	}

	private Await(Run run, String what, Duration limit, Duration longest, Supplier<?> progress) {
		this.run = run;
		this.what = what;
		this.limit = limit;
		this.longest = longest;
		this.progress = progress;
	}

	/**
	 * Be patient as long as something happens, up to a bound of the caller's.
	 * @param happening reads a value that changes as long as something happens
	 * @param longest how long to wait in all
	 * @return what waits in this way
	 */
	public Await whileChanging(Supplier<?> happening, Duration longest) {
		return new Await(this.run, this.what, this.limit, longest, happening);
	}

	/**
	 * Be patient as long as something happens, as on a slow machine: the limit counts
	 * from the last change, and in all it is doubled at most.
	 * @param happening reads a value that changes as long as something happens
	 * @return what waits in this way
	 */
	public Await whileChanging(Supplier<?> happening) {
		return whileChanging(happening, this.limit.multipliedBy(2));
	}

	/**
	 * Wait until a condition holds.
	 * @param condition the condition
	 * @throws LearnerFailure when it does not hold in time
	 */
	public void until(BooleanSupplier condition) {
		until(condition::getAsBoolean, Boolean::booleanValue);
	}

	/**
	 * Wait until a value is as it should be.
	 * @param <T> the type of the value
	 * @param probe reads the value; its text is shown when time is up
	 * @param enough tells whether it is as it should be
	 * @return the value
	 * @throws LearnerFailure when it is not so in time
	 */
	public <T> T until(Supplier<T> probe, Predicate<T> enough) {
		return until(probe, enough,
				(last) -> LearnerFailure
					.because("Waited %s s for %s, but it did not happen.", this.limit.toSeconds(), this.what)
					.expected("%s", this.what)
					.observed("%s", (last instanceof Boolean) ? "nothing" : last));
	}

	/**
	 * Wait until a value is as it should be.
	 * @param <T> the type of the value
	 * @param probe reads the value
	 * @param enough tells whether it is as it should be
	 * @param failure says from the last value what is wrong with it
	 * @return the value
	 * @throws LearnerFailure the given one, when it is not so in time
	 */
	public <T> T until(Supplier<T> probe, Predicate<T> enough, Function<T, LearnerFailure> failure) {
		T last = poll(probe, enough);
		if (enough.test(last)) {
			return last;
		}
		this.run.confirmPossible();
		throw failure.apply(last);
	}

	/**
	 * Wait until a value is as it should be, or time is up, and leave it to the caller
	 * what that means.
	 * @param <T> the type of the value
	 * @param probe reads the value
	 * @param enough tells whether it is as it should be
	 * @return the value that was read last
	 */
	public <T> T last(Supplier<T> probe, Predicate<T> enough) {
		T last = poll(probe, enough);
		if (!enough.test(last)) {
			this.run.confirmPossible();
		}
		return last;
	}

	/**
	 * Wait for something that the platform has to bring about: when it does not, that is
	 * never the learner's failure.
	 * @param condition the condition
	 */
	public void untilPlatform(BooleanSupplier condition) {
		if (!poll(condition::getAsBoolean, Boolean::booleanValue)) {
			throw new IllegalStateException("Waited " + this.limit.toSeconds() + " s for " + this.what);
		}
	}

	private <T> T poll(Supplier<T> probe, Predicate<T> enough) {
		long begin = System.nanoTime();
		long changed = begin;
		Object seen = this.progress.get();
		T value = probe.get();
		while (!enough.test(value) && System.nanoTime() - changed < this.limit.toNanos()
				&& System.nanoTime() - begin < this.longest.toNanos()) {
			pause();
			value = probe.get();
			Object now = this.progress.get();
			if (!now.equals(seen)) {
				seen = now;
				changed = System.nanoTime();
			}
		}
		return value;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(POLL_MS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

}

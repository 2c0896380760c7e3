package academy.coldstart.trial;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import academy.coldstart.grading.OpenStack;
import academy.coldstart.grading.OpenStacks;
import academy.coldstart.trial.TryOutcome.Deployed;

import org.springframework.stereotype.Service;

/**
 * Invokes code once with an event, without checking anything. What is deployed for that
 * stays open for a while, so that the next try begins at once.
 */
@Service
public class Tries {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Stands stands;

	Tries(Stands stands) {
		this.stands = stands;
	}

	/**
	 * Try now, in the calling thread. Tries at one place wait for each other.
	 * @param order what to try
	 * @return what came of it
	 */
	public TryOutcome attempt(TryOrder order) {
		Stand stand = this.stands.at(order.place());
		if (!isFree(stand)) {
			return new TryOutcome.Busy();
		}
		try {
			return attempt(stand, order);
		}
		finally {
			this.stands.leave(stand);
		}
	}

	/**
	 * Say whether something is deployed at a place already.
	 * @param place the place
	 * @return whether the next try finds what earlier ones wrote
	 */
	public boolean isOpen(TryPlace place) {
		return this.stands.at(place).isOpen();
	}

	/**
	 * Return how long a place stays open without a try.
	 * @return the time
	 */
	public Duration idle() {
		return this.stands.idle();
	}

	/**
	 * Give up what is deployed at a place, with everything that tries wrote there.
	 * @param place the place
	 */
	public void startAfresh(TryPlace place) {
		this.stands.at(place).close();
	}

	private TryOutcome attempt(Stand stand, TryOrder order) {
		boolean wasOpen = stand.isOpen();
		if (wasOpen && stand.isLost()) {
			stand.close();
			return deploy(stand, order, Deployed.LOST_STACK);
		}
		TryOutcome outcome = wasOpen ? goOn(stand, order) : deploy(stand, order, Deployed.STACK);
		if (!(outcome instanceof TryOutcome.Faulted)) {
			return outcome;
		}
		stand.close();
		// What was open may have been lost; a fresh start shows whether more is wrong.
		return wasOpen ? deploy(stand, order, Deployed.LOST_STACK) : outcome;
	}

	private TryOutcome goOn(Stand stand, TryOrder order) {
		if (stand.has(order)) {
			return stand.invoke(order, Deployed.NOTHING);
		}
		return switch (stand.update(order)) {
			case OpenStack.Updated updated -> stand.invoke(order, Deployed.CODE);
			case OpenStack.NotTaken refused -> new TryOutcome.NotDeployed(refused.problem());
			case OpenStack.NotUpdated failed -> new TryOutcome.Faulted(failed.fault());
			case OpenStack.OtherStack other -> {
				stand.close();
				yield deploy(stand, order, Deployed.OTHER_STACK);
			}
		};
	}

	private TryOutcome deploy(Stand stand, TryOrder order, Deployed deployed) {
		if (!this.stands.makeRoom()) {
			return new TryOutcome.Busy();
		}
		TryOutcome outcome = switch (stand.open(order)) {
			case OpenStacks.Opened opened -> stand.invoke(order, deployed);
			case OpenStacks.Refused refused -> new TryOutcome.NotDeployed(refused.problem());
			case OpenStacks.Faulted faulted -> new TryOutcome.Faulted(faulted.fault());
		};
		if (outcome instanceof TryOutcome.Faulted) {
			stand.close();
		}
		return outcome;
	}

	private static boolean isFree(Stand stand) {
		try {
			return stand.lock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

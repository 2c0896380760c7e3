package academy.coldstart.graders.chargeonce;

import java.time.Duration;

/**
 * Holds back deliveries of one moment at the payment provider until several are there, so
 * that they are in flight together. It opens as soon as no more can come: waiting longer
 * would tell nothing, however slow the machine is.
 */
final class Gathering {

	private final int together;

	private final int deliveries;

	private final long patienceNanos;

	private int arrived;

	private int ended;

	/**
	 * Begin to gather.
	 * @param together how many requests to wait for
	 * @param deliveries how many deliveries there are in all
	 * @param patience how long a request waits at most; below the time-outs that
	 * functions set for their requests
	 */
	Gathering(int together, int deliveries, Duration patience) {
		this.together = together;
		this.deliveries = deliveries;
		this.patienceNanos = patience.toNanos();
	}

	/** Wait with a request that has arrived. */
	synchronized void arrive() {
		this.arrived++;
		notifyAll();
		long deadline = System.nanoTime() + this.patienceNanos;
		try {
			for (long left = this.patienceNanos; left > 0 && !isOpen(); left = deadline - System.nanoTime()) {
				wait(1 + left / 1_000_000);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Note that a delivery has ended, so that it will not arrive any more. */
	synchronized void end() {
		this.ended++;
		notifyAll();
	}

	private boolean isOpen() {
		return this.arrived >= this.together || this.arrived + this.ended >= this.deliveries;
	}

}

package academy.coldstart.fault;

/**
 * How many of the calls that a rule is for meet its fault.
 *
 * @param skip how many are left alone first
 * @param times how many meet it then
 * @param attempts how many attempts of each logical call meet it; 0 counts every request
 * by itself
 */
public record Quota(int skip, int times, int attempts) {

	/** All there are. */
	public static final int ALL = Integer.MAX_VALUE;

	/** Every request there is. */
	public static final Quota EVERY_REQUEST = new Quota(0, ALL, 0);

	public Quota {
		if (skip < 0 || times < 1 || attempts < 0) {
			throw new IllegalArgumentException("A quota strikes at least one call, but this skips " + skip
					+ ", strikes " + times + " with " + attempts + " attempts each");
		}
	}

	boolean countsRequests() {
		return this.attempts == 0;
	}

}

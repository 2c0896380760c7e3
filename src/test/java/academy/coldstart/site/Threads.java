package academy.coldstart.site;

/**
 * The threads of this process.
 */
public final class Threads {

	private Threads() {
	}

	/**
	 * Count the threads that clients of AWS services have made for themselves.
	 * @return how many are alive
	 */
	public static long ofTheSdk() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("sdk-"))
			.count();
	}

}

package academy.coldstart.isolation;

/**
 * What keeps learner programs apart from the machine and from each other.
 *
 * @param kind how strong it is
 * @param accounting who counts what they use
 * @param description the same for people, in one or two sentences
 */
public record Protection(Kind kind, Accounting accounting, String description) {

	/**
	 * Say whether programs of people who do not trust each other may run side by side.
	 * @return whether they may
	 */
	public boolean holdsStrangers() {
		return this.kind == Kind.SANDBOX;
	}

	/**
	 * How strong a protection is.
	 */
	public enum Kind {

		/**
		 * Namespaces, a filter of system calls, no network, proved by attacking itself.
		 */
		SANDBOX,

		/** Child processes with limits: for people who run their own code. */
		PLAIN

	}

	/**
	 * Who counts what programs use.
	 */
	public enum Accounting {

		/** Control groups of the kernel. */
		CGROUP,

		/** Limits of single processes, and a watchdog. */
		WATCHED

	}

}

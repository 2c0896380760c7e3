package academy.coldstart.isolation;

/**
 * One line of the process table.
 *
 * @param pid the process id
 * @param parent the process id of the parent
 * @param group the process group
 * @param session the session
 * @param threads how many threads it has
 * @param startTicks when it was started, which makes the id unique
 * @param residentBytes the memory it holds
 */
record ProcessEntry(long pid, long parent, long group, long session, int threads, long startTicks, long residentBytes) {

	String identity() {
		return this.pid + "@" + this.startTicks;
	}

}

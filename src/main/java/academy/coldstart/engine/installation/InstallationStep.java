package academy.coldstart.engine.installation;

/**
 * One step of an installation. A step that was interrupted is run again from its start
 * and must cope with what is there already.
 */
interface InstallationStep {

	/**
	 * Return what it installs and how long that takes.
	 * @return such as {@code Python packages (about a minute)}
	 */
	String title();

	/**
	 * Return the short name of its marker file.
	 * @return such as {@code packages}
	 */
	String name();

	/**
	 * Do it.
	 * @param kit where the parts belong
	 * @throws InstallationFailed when it cannot be done on this machine as it is
	 */
	void run(Kit kit);

	/**
	 * Say whether only LocalStack as a child process needs this.
	 * @return whether it is left out where LocalStack runs in a container
	 */
	default boolean isForHostOnly() {
		return false;
	}

}

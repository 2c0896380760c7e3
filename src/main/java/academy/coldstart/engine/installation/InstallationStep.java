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
	 * Tell whether the engine works without it. A language that cannot be installed must
	 * not keep the others from working; it is tried again with every start.
	 * @return whether the installation goes on when it fails
	 */
	default boolean isOptional() {
		return false;
	}

	/**
	 * Do it.
	 * @param kit where the parts belong
	 * @throws InstallationFailed when it cannot be done on this machine as it is
	 */
	void run(Kit kit);

}

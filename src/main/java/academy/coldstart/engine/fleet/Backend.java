package academy.coldstart.engine.fleet;

import academy.coldstart.engine.installation.Progress;

/**
 * A way to run LocalStack.
 */
public interface Backend {

	/**
	 * Return what reports call this way.
	 * @return {@code host} or {@code container}
	 */
	String mode();

	/**
	 * Remove what killed applications left behind and install what is missing. Called
	 * once, before the first launch.
	 * @param progress hears about every step
	 * @throws academy.coldstart.engine.installation.InstallationFailed when something is
	 * missing that only a person can provide
	 */
	void prepare(Progress progress);

	/**
	 * Launch a LocalStack without waiting until it is ready.
	 * @return what was launched
	 * @throws InstanceFailed when it could not be launched
	 */
	Emulator launch();

}

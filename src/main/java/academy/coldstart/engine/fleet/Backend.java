package academy.coldstart.engine.fleet;

import java.util.Optional;

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
	 * Look whether something keeps a LocalStack from being launched, or one that runs
	 * from being of use, that a person can remove while this application runs. Takes next
	 * to no time.
	 * @return the hindrance, or empty
	 */
	default Optional<Hindrance> hindrance() {
		return Optional.empty();
	}

	/**
	 * Launch a LocalStack without waiting until it is ready.
	 * @return what was launched
	 * @throws InstanceFailed when it could not be launched
	 */
	Emulator launch();

}

package academy.coldstart.engine.fleet;

import java.util.function.Supplier;

import academy.coldstart.engine.installation.Progress;

/**
 * A backend that launches what a test gives it.
 *
 * @param launches the emulators
 */
record ScriptedBackend(Supplier<? extends Emulator> launches) implements Backend {

	@Override
	public String mode() {
		return "scripted";
	}

	@Override
	public void prepare(Progress progress) {
		progress.report("Installing the engine: step 1 of 1, nothing.");
	}

	@Override
	public Emulator launch() {
		return this.launches.get();
	}

}

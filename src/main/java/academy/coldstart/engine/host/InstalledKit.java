package academy.coldstart.engine.host;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import academy.coldstart.engine.FunctionKit;
import org.jspecify.annotations.Nullable;

/**
 * The kit of this application, from the moment it is complete.
 */
class InstalledKit implements FunctionKit {

	private final AtomicReference<@Nullable Kit> kit = new AtomicReference<>();

	void completed(Kit complete) {
		this.kit.set(complete);
	}

	@Override
	public Optional<Path> python() {
		return Optional.ofNullable(this.kit.get()).map(Kit::python);
	}

	@Override
	public Optional<Path> pythonPackages() {
		return Optional.ofNullable(this.kit.get()).map(Kit::functionLibraries);
	}

}

package academy.coldstart.grading.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.grader.Aws;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells whether the platform works: asked before a failed check is believed, since a dead
 * engine makes right submissions look wrong.
 */
@FunctionalInterface
interface Pulse {

	/**
	 * Look for a fault of the platform.
	 * @return the fault, or empty when all is well
	 */
	Optional<Throwable> fault();

	/**
	 * Feel the pulse of an engine and of the way to it.
	 * @param aws the grader's way to the engine
	 * @param faults what went wrong on our side while calls of functions were forwarded
	 * @return the pulse
	 */
	static Pulse of(Aws aws, Supplier<List<String>> faults) {
		return () -> {
			List<String> known = faults.get();
			return known.isEmpty() ? engine(aws) : Optional.of(new IllegalStateException(known.getFirst()));
		};
	}

	private static Optional<Throwable> engine(Aws aws) {
		try {
			aws.sts().getCallerIdentity();
			return Optional.empty();
		}
		catch (SdkException ex) {
			return Optional.of(ex);
		}
	}

}

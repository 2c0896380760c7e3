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
	 * @param faults what each part of the platform says is wrong with it, asked in order
	 * until one names a fault
	 * @return the pulse
	 */
	static Pulse of(Aws aws, List<Supplier<Optional<String>>> faults) {
		return () -> faults.stream()
			.flatMap((fault) -> fault.get().stream())
			.findFirst()
			.<Throwable>map(IllegalStateException::new)
			.or(() -> engine(aws));
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

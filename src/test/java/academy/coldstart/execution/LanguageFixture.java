package academy.coldstart.execution;

import java.util.List;
import java.util.Map;

/**
 * One language in the contract suite: its runtime, its programs, and how its errors read.
 */
interface LanguageFixture {

	/**
	 * Return the runtime under test.
	 * @return the runtime, with a kit that works on this machine
	 */
	LanguageRuntime language();

	/**
	 * Return the runtime identifier that the functions ask for.
	 * @return such as {@code python3.13}
	 */
	String runtimeId();

	/**
	 * Return what the version that runs looks like.
	 * @return a regular expression
	 */
	String version();

	/**
	 * Return the memory that the programs need.
	 * @return MB
	 */
	default int memoryMb() {
		return 128;
	}

	/**
	 * Return the program for a situation.
	 * @param situation the situation
	 * @return the program
	 */
	Program program(Situation situation);

	/**
	 * Return the two layers of {@link Situation#LAYERS}. Both have the library
	 * {@code shared}; only the first has {@code one}.
	 * @return their files, in their order
	 */
	List<Map<String, byte[]>> layers();

	/**
	 * Return what {@link Situation#LAYERS} returns when a later layer covers an earlier
	 * one.
	 * @return JSON
	 */
	default String layersResult() {
		return "[\"second\", 1]";
	}

	/**
	 * Return which field of an error object has its frames.
	 * @return the field
	 */
	default String framesField() {
		return "stackTrace";
	}

	/**
	 * Return how a situation fails.
	 * @param situation {@link Situation#FAILING}, {@link Situation#FAILING_AT_LOAD},
	 * {@link Situation#MISSING_FILE}, {@link Situation#MISSING_FUNCTION} or
	 * {@link Situation#UNSERIALIZABLE}
	 * @return the error
	 */
	ExpectedError error(Situation situation);

}

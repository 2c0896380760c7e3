package academy.coldstart.execution;

import java.util.Arrays;
import java.util.Optional;

/**
 * A Java runtime of Lambda that functions may ask for. Older ones exist on AWS
 * (docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html), but the classes and
 * libraries here need at least the first of these.
 */
enum JavaRelease {

	/** Java 21. */
	JAVA_21("java21", 21),

	/** Java 25. */
	JAVA_25("java25", 25);

	private final String runtime;

	private final int feature;

	JavaRelease(String runtime, int feature) {
		this.runtime = runtime;
		this.feature = feature;
	}

	static Optional<JavaRelease> find(String runtime) {
		return Arrays.stream(values()).filter((release) -> release.runtime.equals(runtime)).findFirst();
	}

	int feature() {
		return this.feature;
	}

	/**
	 * Say why functions with a runtime identifier cannot be run or compiled by a JDK.
	 * @param runtime the identifier
	 * @param installation the JDK
	 * @return the reason with what to do, or empty when they can
	 */
	static Optional<String> obstacle(String runtime, JavaInstallation installation) {
		Optional<JavaRelease> release = find(runtime);
		if (release.isEmpty()) {
			return Optional.of("Functions with the runtime " + runtime
					+ " cannot run here: use java21, or java25 where Coldstart runs on a JDK 25 or newer.");
		}
		return (release.get().feature <= installation.feature()) ? Optional.empty()
				: Optional.of("Functions with the runtime " + runtime
						+ " cannot run here, because Coldstart runs on Java " + installation.version()
						+ ". Start it with a JDK " + release.get().feature + " or newer, or use the runtime java21.");
	}

}

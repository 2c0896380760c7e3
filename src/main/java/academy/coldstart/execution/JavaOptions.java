package academy.coldstart.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The options of a function's JVM. They follow those that Lambda uses: the serial
 * collector, the first of the two compilers, a heap that leaves room for the rest of the
 * JVM. What the function chooses itself, in {@code JAVA_TOOL_OPTIONS}, is left to it: two
 * collectors at once, for example, keep a JVM from starting.
 *
 * @param installation the JDK and the libraries
 * @param memoryMb the memory of the function
 * @param chosen the options that the function sets
 */
record JavaOptions(JavaInstallation installation, int memoryMb, List<String> chosen) {

	/** What a JVM needs beside its heap, measured with the AWS SDK in use. */
	private static final int NOT_HEAP_MB = 72;

	private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

	private static final Predicate<String> COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC").asMatchPredicate();

	private static final Predicate<String> HEAP = Pattern
		.compile("-Xmx.*|-XX:Max(?:HeapSize|RAMPercentage|RAMFraction)=.*")
		.asMatchPredicate();

	private static final Predicate<String> COMPILERS = Pattern
		.compile("-X(?:int|comp)|-XX:(?:TieredStopAtLevel=.*|[+-]TieredCompilation)")
		.asMatchPredicate();

	private static final Predicate<String> ARCHIVE = Pattern
		.compile("-Xshare:.*|-XX:(?:\\+AutoCreateSharedArchive|(?:SharedArchiveFile|ArchiveClassesAtExit|AOT\\w+)=.*)")
		.asMatchPredicate();

	static JavaOptions of(JavaInstallation installation, int memoryMb, Map<String, String> variables) {
		List<String> chosen = VARIABLES.stream()
			.flatMap((name) -> Stream.of(variables.getOrDefault(name, "").split("\\s+", -1)))
			.filter((option) -> !option.isEmpty())
			.toList();
		return new JavaOptions(installation, memoryMb, chosen);
	}

	List<String> list() {
		List<String> options = new ArrayList<>();
		heap(options);
		unlessChosen(COLLECTOR, options, "-XX:+UseSerialGC");
		unlessChosen(COMPILERS, options, "-XX:TieredStopAtLevel=1");
		options
			.addAll(List.of("-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "--enable-native-access=ALL-UNNAMED"));
		if (this.installation.feature() >= 24) {
			// Libraries of Lambda use it, and nobody here can do anything about the
			// warning.
			options.add("--sun-misc-unsafe-memory-access=allow");
		}
		this.installation.functionArchive().ifPresent((archive) -> unlessChosen(ARCHIVE, options, archive));
		options.add((this.installation.feature() >= 25) ? "-Xlog:aot=off,cds=off" : "-Xlog:cds=off");
		return options;
	}

	private void heap(List<String> options) {
		if (this.chosen.stream().noneMatch(HEAP)) {
			options.addAll(List.of("-Xms" + heapMb() + "m", "-Xmx" + heapMb() + "m"));
		}
		else if (this.chosen.stream().anyMatch((option) -> option.startsWith("-XX:MaxRAM"))) {
			// A percentage is meant of the function's memory, not of the machine's.
			options.add("-XX:MaxRAM=" + this.memoryMb + "m");
		}
	}

	private void unlessChosen(Predicate<String> kind, List<String> options, String option) {
		if (this.chosen.stream().noneMatch(kind)) {
			options.add(option);
		}
	}

	private int heapMb() {
		return Math.max(this.memoryMb * 2 / 5, Math.min(this.memoryMb * 85 / 100, this.memoryMb - NOT_HEAP_MB));
	}

}

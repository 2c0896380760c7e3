package academy.coldstart.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/**
 * How much processor time the programs below this one have used, by what they are. Needs
 * Linux; a program in another container is not seen.
 *
 * @param seconds the seconds of each kind of program
 */
record ProcessorTime(Map<String, Double> seconds) {

	private static final String OWN = "Coldstart";

	private static final String ENGINE = "LocalStack";

	private static final String TABLES = "DynamoDB Local";

	private static final String LEARNERS = "functions and compilers";

	/** The fields after the name in {@code /proc/self/stat} (proc_pid_stat(5)). */
	private static final int CHILDREN_USER = 13;

	private static final double TICKS_A_SECOND = 100;

	static ProcessorTime now() {
		Map<String, Double> seconds = new LinkedHashMap<>();
		seconds.put(LEARNERS, ended());
		seconds.put(ENGINE, 0.0);
		seconds.put(TABLES, 0.0);
		seconds.put(OWN, own());
		ProcessHandle.current()
			.descendants()
			.forEach((process) -> seconds.merge(kind(process), used(process), Double::sum));
		return new ProcessorTime(seconds);
	}

	ProcessorTime since(ProcessorTime before) {
		Map<String, Double> difference = new LinkedHashMap<>();
		this.seconds.forEach((kind, value) -> difference.put(kind,
				Math.max(0, value - Objects.requireNonNullElse(before.seconds.get(kind), 0.0))));
		return new ProcessorTime(difference);
	}

	/**
	 * Describe several of them.
	 * @param all the times, at least one
	 * @return the median of all programs together, and of each kind
	 */
	static String medians(List<ProcessorTime> all) {
		Sample totals = new Sample(all.stream().map(ProcessorTime::total).toList());
		return Sample.number(totals.median()) + " s: " + all.getFirst().seconds.keySet()
			.stream()
			.map((kind) -> kind + " " + Sample
				.number(new Sample(all.stream().map((each) -> Objects.requireNonNull(each.seconds.get(kind))).toList())
					.median()) + " s")
			.collect(Collectors.joining(", "));
	}

	private double total() {
		return this.seconds.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	private static String kind(ProcessHandle process) {
		String line = process.info().commandLine().orElse("");
		if (line.contains("DynamoDBLocal")) {
			return TABLES;
		}
		return line.contains("localstack.runtime") ? ENGINE : LEARNERS;
	}

	private static double used(ProcessHandle process) {
		return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
	}

	private static double own() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
	}

	// Functions end before their verdict is there; whoever waits for a process gets its
	// time.
	private static double ended() {
		try {
			String line = Files.readString(Path.of("/proc/self/stat"));
			String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
			return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1])) / TICKS_A_SECOND;
		}
		catch (IOException ex) {
			return 0;
		}
	}

}

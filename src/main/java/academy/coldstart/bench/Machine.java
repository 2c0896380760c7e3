package academy.coldstart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Describes the machine that figures were measured on.
 */
final class Machine {

	private Machine() {
	}

	static String describe() {
		return Runtime.getRuntime().availableProcessors() + " × " + field("/proc/cpuinfo", "model name") + ", "
				+ field("/proc/meminfo", "MemTotal").replaceAll("\\D", "").transform(Machine::gibibytes) + " GiB, "
				+ System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
				+ System.getProperty("java.runtime.version") + ", load before the first measurement " + load();
	}

	/**
	 * Return how many processes wanted a processor during the last minute.
	 * @return such as {@code 0.35}
	 */
	static String load() {
		return lines("/proc/loadavg").stream().findFirst().map((line) -> line.split(" ", 2)[0]).orElse("unknown");
	}

	private static String gibibytes(String kibibytes) {
		return kibibytes.isEmpty() ? "unknown" : String.valueOf(Math.round(Long.parseLong(kibibytes) / 1048576.0));
	}

	private static String field(String file, String name) {
		return lines(file).stream()
			.filter((line) -> line.startsWith(name))
			.findFirst()
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.orElse("unknown");
	}

	private static List<String> lines(String file) {
		try {
			return Files.readAllLines(Path.of(file));
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}

package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import academy.coldstart.process.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Linux says about running processes.
 */
final class ProcessTable {

	private static final Path PROC = Path.of("/proc");

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final long PAGE_BYTES = 4096;

	private ProcessTable() {
	}

	/**
	 * Read all living processes; zombies are left out.
	 * @return the processes
	 */
	static List<ProcessEntry> read() {
		try {
			return readOnce();
		}
		catch (DirectoryIteratorException ex) {
			// It changes while it is read.
			return readOnce();
		}
	}

	private static List<ProcessEntry> readOnce() {
		List<ProcessEntry> entries = new ArrayList<>();
		try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[0-9]*")) {
			for (Path directory : directories) {
				ProcessEntry entry = parse(text(directory.resolve("stat")));
				if (entry != null) {
					entries.add(entry);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The process table cannot be read", ex);
		}
		return entries;
	}

	static @Nullable ProcessEntry parse(String stat) {
		int name = stat.lastIndexOf(')');
		if (name < 0) {
			return null;
		}
		long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
		String[] fields = BLANKS.split(stat.substring(name + 2), -1);
		if (fields[0].equals("Z") || fields[0].equals("X")) {
			return null;
		}
		return new ProcessEntry(pid, Long.parseLong(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]),
				Integer.parseInt(fields[17]), Long.parseLong(fields[19]), Long.parseLong(fields[21]) * PAGE_BYTES);
	}

	/**
	 * Read the real user id of a process.
	 * @param pid the process
	 * @return the id, or -1 when the process has ended
	 */
	static long userOf(long pid) {
		String value = field(text(PROC.resolve(Long.toString(pid)).resolve("status")), "Uid:");
		return value.isEmpty() ? -1 : Long.parseLong(BLANKS.split(value, 2)[0]);
	}

	/**
	 * Read the most memory that a process held at once.
	 * @param pid the process
	 * @return bytes, or 0 when the process has ended
	 */
	static long peakOf(long pid) {
		return kilobytes(field(text(PROC.resolve(Long.toString(pid)).resolve("status")), "VmHWM:"));
	}

	/**
	 * Read the memory of a process, with pages that several processes share divided among
	 * them.
	 * @param pid the process
	 * @return bytes, or 0 when the process has ended
	 */
	static long proportionalOf(long pid) {
		return kilobytes(field(text(PROC.resolve(Long.toString(pid)).resolve("smaps_rollup")), "Pss:"));
	}

	/**
	 * Read how long the threads of a process were ready to run without running: the
	 * second figure of {@code schedstat} (docs.kernel.org/scheduler/sched-stats.html).
	 * @param pid the process
	 * @return nanoseconds by thread id; empty when the kernel does not tell, or the
	 * process has ended
	 */
	static Map<Long, Long> processorWaitsOf(long pid) {
		Map<Long, Long> waits = new HashMap<>();
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
			for (Path thread : threads) {
				String[] fields = BLANKS.split(text(thread.resolve("schedstat")).strip(), -1);
				if (fields.length >= 2) {
					waits.put(Long.valueOf(thread.getFileName().toString()), Long.valueOf(fields[1]));
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			return waits;
		}
		return waits;
	}

	/**
	 * Say whether a process has children now. Where the kernel does not tell, it may
	 * have.
	 * @param pid the process
	 * @return whether it has
	 */
	static boolean hasChildren(long pid) {
		Path tasks = PROC.resolve(Long.toString(pid)).resolve("task");
		if (!Files.exists(tasks.resolve(Long.toString(pid)).resolve("children"))) {
			return true;
		}
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
			for (Path thread : threads) {
				if (!text(thread.resolve("children")).isEmpty()) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Read the children that a process has now.
	 * @param pid the process
	 * @return their process ids; empty also when the kernel does not tell
	 */
	static List<Long> childrenOf(long pid) {
		List<Long> children = new ArrayList<>();
		Path tasks = PROC.resolve(Long.toString(pid)).resolve("task");
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
			for (Path thread : threads) {
				for (String child : BLANKS.split(text(thread.resolve("children")).strip(), -1)) {
					if (!child.isEmpty()) {
						children.add(Long.valueOf(child));
					}
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			return children;
		}
		return children;
	}

	/**
	 * Read the entry of one process.
	 * @param pid the process
	 * @return the entry, or empty when it has ended
	 */
	static Optional<ProcessEntry> entryOf(long pid) {
		return Optional.ofNullable(parse(text(PROC.resolve(Long.toString(pid)).resolve("stat"))));
	}

	/**
	 * Say whether a process was started with a setting in its environment.
	 * @param pid the process
	 * @param setting the setting, such as {@code NAME=value}
	 * @return false also when the environment cannot be read
	 */
	static boolean hasSetting(long pid, String setting) {
		return ('\0' + text(PROC.resolve(Long.toString(pid)).resolve("environ"))).contains('\0' + setting + '\0');
	}

	/**
	 * Say whether a process was started with a setting in its environment that begins
	 * like this.
	 * @param pid the process
	 * @param beginning the beginning of the setting, such as {@code NAME=/some/}
	 * @return false also when the environment cannot be read
	 */
	static boolean hasSettingThatBegins(long pid, String beginning) {
		return ('\0' + text(PROC.resolve(Long.toString(pid)).resolve("environ"))).contains('\0' + beginning);
	}

	/**
	 * Read which mounts a process sees (proc_pid_mountinfo(5)).
	 * @param pid the process
	 * @return a line for each; empty when it has ended, or belongs to somebody else
	 */
	static String mountsOf(long pid) {
		return text(PROC.resolve(Long.toString(pid)).resolve("mountinfo"));
	}

	/**
	 * Read the name of the program that a process runs.
	 * @param pid the process
	 * @return the first 15 characters of the name, or an empty text when it has ended
	 */
	static String nameOf(long pid) {
		return text(PROC.resolve(Long.toString(pid)).resolve("comm")).strip();
	}

	/**
	 * Count the processes and threads of the user that this application runs as, which
	 * the kernel counts together.
	 * @return the number
	 */
	static int threadsOfThisUser() {
		int user = Signals.userId();
		return read().stream().filter((entry) -> userOf(entry.pid()) == user).mapToInt(ProcessEntry::threads).sum();
	}

	private static long kilobytes(String value) {
		return value.isEmpty() ? 0 : Long.parseLong(BLANKS.split(value, 2)[0]) * 1024;
	}

	private static String field(String text, String name) {
		return text.lines()
			.filter((line) -> line.startsWith(name))
			.findFirst()
			.map((line) -> line.substring(name.length()).strip())
			.orElse("");
	}

	private static String text(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}

package academy.coldstart.isolation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;

/**
 * The program that makes namespaces and mounts for the sandbox
 * (github.com/containers/bubblewrap).
 *
 * @param program where it is
 * @param version its version, such as {@code 0.8.0}
 */
record Bubblewrap(Path program, String version) {

	/** The first with {@code --disable-userns}; {@code --size} came with 0.7. */
	private static final List<Integer> OLDEST = List.of(0, 8);

	private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

	private static final Pattern VERSION = Pattern.compile("bubblewrap (\\d+)\\.(\\d+)\\S*");

	/**
	 * Look for it on this machine.
	 * @return what was found, or empty when there is none
	 */
	static Optional<Bubblewrap> find() {
		return FOLDERS.stream()
			.map((folder) -> folder.resolve("bwrap"))
			.filter(Files::isExecutable)
			.findFirst()
			.flatMap(Bubblewrap::ask);
	}

	private static Optional<Bubblewrap> ask(Path program) {
		Command command = new Command(List.of(program.toString(), "--version"), Path.of("/"),
				Map.of("PATH", "/usr/bin:/bin"));
		String text = CommandResult.of(command, Duration.ofSeconds(10), (line) -> {
		}).output();
		return text.startsWith("bubblewrap ")
				? Optional.of(new Bubblewrap(program, text.strip().substring("bubblewrap ".length())))
				: Optional.empty();
	}

	/**
	 * Say why it cannot be used.
	 * @return the reason with what to do, or empty when it can
	 */
	Optional<String> obstacle() {
		Matcher matcher = VERSION.matcher("bubblewrap " + this.version);
		if (matcher.matches()) {
			int major = Integer.parseInt(matcher.group(1));
			int minor = Integer.parseInt(matcher.group(2));
			if (major > OLDEST.get(0) || (major == OLDEST.get(0) && minor >= OLDEST.get(1))) {
				return Optional.empty();
			}
		}
		return Optional.of("Bubblewrap " + this.version + " is too old: 0.8.0 or newer is needed. Debian 12,"
				+ " Ubuntu 24.04 and Fedora 38 have one.");
	}

}

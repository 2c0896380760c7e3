package academy.coldstart.isolation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.isolation.seccomp.Architecture;

/**
 * Finds out whether this machine has what the sandbox is made of.
 */
final class SandboxGates {

	/** From here on the number of processes is counted for each namespace of users. */
	private static final int OLDEST_KERNEL = 514;

	private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

	private SandboxGates() {
	}

	/**
	 * Look for what is missing.
	 * @param bubblewrap what was found of Bubblewrap
	 * @param init what was found of the first process
	 * @return the first thing that is missing, with what to do, or empty when it is all
	 * there
	 */
	static Optional<String> obstacle(Optional<Bubblewrap> bubblewrap, Optional<InitProgram> init) {
		return system(System.getProperty("os.name", ""), System.getProperty("os.version", ""))
			.or(SandboxGates::architecture)
			.or(() -> bubblewrap.isEmpty()
					? Optional
						.of("Bubblewrap was not found. Install it: apt install bubblewrap, or dnf install bubblewrap.")
					: bubblewrap.get().obstacle())
			.or(() -> init.isEmpty()
					? Optional.of("There is no C compiler and no /usr/bin/python3, one of which the"
							+ " first process of a sandbox is made with. Install gcc and libc6-dev.")
					: Optional.empty());
	}

	static Optional<String> system(String name, String version) {
		if (!name.equals("Linux")) {
			return Optional
				.of("A sandbox needs Linux. On " + name + ", use the product image: docker compose up --build.");
		}
		Matcher matcher = VERSION.matcher(version);
		boolean old = matcher.matches()
				&& Integer.parseInt(matcher.group(1)) * 100 + Integer.parseInt(matcher.group(2)) < OLDEST_KERNEL;
		return old ? Optional.of("Linux " + version + " is too old for the sandbox: 5.14 or newer is needed.")
				: Optional.empty();
	}

	private static Optional<String> architecture() {
		return Architecture.ofThisMachine().isPresent() ? Optional.empty()
				: Optional.of("The sandbox knows the system calls of x86-64 and of 64-bit ARM, not those of "
						+ System.getProperty("os.arch", "this machine") + ".");
	}

}

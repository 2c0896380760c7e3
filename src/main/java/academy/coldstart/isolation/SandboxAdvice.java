package academy.coldstart.isolation;

import java.util.List;

/**
 * Knows what to do about the messages with which a sandbox fails to start.
 */
final class SandboxAdvice {

	private static final List<Advice> ADVICES = List.of(
			new Advice(List.of("nesting depth", "max_user_namespaces", "ENOSPC"),
					"The kernel allows no more namespaces. Raise the limit: sysctl user.max_user_namespaces=15000."),
			new Advice(
					List.of("No permissions to create new namespace", "No permissions to create a new namespace",
							"No permissions to creating new namespace", "setting up uid map", "Failed RTM_NEWADDR",
							"Operation not permitted (namespaces)"),
					"This machine does not let ordinary users make namespaces. On Ubuntu, give /usr/bin/bwrap an AppArmor"
							+ " profile with the rule 'userns,'. On older Debian: sysctl kernel.unprivileged_userns_clone=1."
							+ " In a container: docker run --security-opt seccomp=sandbox/container-seccomp.json"
							+ " --security-opt apparmor=unconfined --security-opt systempaths=unconfined, as compose.yaml"
							+ " does; never --privileged."),
			new Advice(List.of("mount proc"),
					"A new /proc may not be mounted, because parts of /proc are covered, as containers do it. Start the"
							+ " container with --security-opt systempaths=unconfined, or run Coldstart outside of one."),
			new Advice(List.of("Creating new namespace failed", "clone"),
					"New namespaces are not allowed here. In a container: give it the profile"
							+ " sandbox/container-seccomp.json, as compose.yaml does; never --privileged."),
			new Advice(List.of("Unknown option"), "Bubblewrap is too old: 0.8.0 or newer is needed."),
			new Advice(List.of("seccomp"),
					"The filter of system calls could not be loaded. The kernel has to have CONFIG_SECCOMP_FILTER."));

	private SandboxAdvice() {
	}

	/**
	 * Explain a failed start.
	 * @param message what was written to standard error
	 * @return the message with what to do about it
	 */
	static String explain(String message) {
		String told = message.isBlank() ? "without a message" : message.strip();
		return ADVICES.stream()
			.filter((advice) -> advice.signs().stream().anyMatch(message::contains))
			.findFirst()
			.map((advice) -> advice.text() + " (" + told + ")")
			.orElse("The sandbox could not be started: " + told);
	}

	private record Advice(List<String> signs, String text) {
	}

}

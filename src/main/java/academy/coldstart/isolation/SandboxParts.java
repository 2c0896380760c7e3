package academy.coldstart.isolation;

import org.jspecify.annotations.Nullable;

/**
 * What all sandboxes of this application share.
 *
 * @param bubblewrap makes the namespaces
 * @param init the first process of each sandbox
 * @param files the files that each sandbox sees
 * @param users hands out user ids when this application runs as root, else null
 * @param watchdog watches the limits
 */
record SandboxParts(Bubblewrap bubblewrap, InitProgram init, SandboxFiles files, @Nullable UserIds users,
		Watchdog watchdog) {
}

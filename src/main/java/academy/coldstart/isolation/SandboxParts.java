package academy.coldstart.isolation;

import org.jspecify.annotations.Nullable;

/**
 * What all sandboxes of this application share.
 *
 * @param bubblewrap makes the namespaces
 * @param init the first process of each sandbox
 * @param files the files that each sandbox sees
 * @param users hands out user ids when this application runs as root, else null
 * @param groups the control groups, or null where there are none
 * @param watchdog watches the limits
 */
record SandboxParts(Bubblewrap bubblewrap, InitProgram init, SandboxFiles files, @Nullable UserIds users,
		@Nullable ControlGroups groups, Watchdog watchdog) {
}

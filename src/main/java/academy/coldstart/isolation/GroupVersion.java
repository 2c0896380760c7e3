package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The two ways in which Linux offers control groups
 * (docs.kernel.org/admin-guide/cgroup-v1 and cgroup-v2.html).
 */
enum GroupVersion {

	/** A directory for each controller. */
	ONE {

		@Override
		List<Path> places(Path root) {
			return List.of(root.resolve("memory"), root.resolve("pids"));
		}

		@Override
		Map<String, Long> settings(long memoryBytes, int processes) {
			return Map.of("memory.limit_in_bytes", memoryBytes, "pids.max", (long) processes);
		}

		@Override
		String events() {
			return "memory.oom_control";
		}

		@Override
		void delegate(List<Path> parents) {
			// Every group has its controller anyway.
		}

	},

	/** One directory for all controllers, each switched on for children. */
	TWO {

		@Override
		List<Path> places(Path root) {
			return List.of(root);
		}

		@Override
		Map<String, Long> settings(long memoryBytes, int processes) {
			return Map.of("memory.max", memoryBytes, "memory.swap.max", 0L, "pids.max", (long) processes);
		}

		@Override
		String events() {
			return "memory.events";
		}

		@Override
		void delegate(List<Path> parents) throws IOException {
			for (Path parent : parents) {
				Files.writeString(parent.resolve("cgroup.subtree_control"), "+memory +pids");
			}
		}

	};

	static GroupVersion of(Path root) {
		return Files.exists(root.resolve("cgroup.controllers")) ? TWO : ONE;
	}

	/**
	 * Return where groups are made.
	 * @param root where control groups are mounted
	 * @return the directories
	 */
	abstract List<Path> places(Path root);

	/**
	 * Return the settings that limit a group.
	 * @param memoryBytes the most memory
	 * @param processes the most processes and threads
	 * @return the values by file name; a group does not have all of the files
	 */
	abstract Map<String, Long> settings(long memoryBytes, int processes);

	/**
	 * Return which file counts how often processes were killed for lack of memory.
	 * @return the name of a file with a line {@code oom_kill}
	 */
	abstract String events();

	/**
	 * Let children of groups have limits.
	 * @param parents the groups
	 * @throws IOException when that is not allowed
	 */
	abstract void delegate(List<Path> parents) throws IOException;

}

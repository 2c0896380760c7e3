package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Looks for what there is of sandboxes at a moment, as the machine sees it.
 *
 * @param parts what the sandboxes share
 * @param block the user ids of programs, or null where they run as the user of this
 * application
 */
record Remains(SandboxParts parts, @Nullable UserIdBlock block) {

	private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

	Set<String> find() {
		Set<String> found = new TreeSet<>();
		ProcessTable.read()
			.stream()
			.filter(this::isOfASandbox)
			.forEach((entry) -> found.add("process " + entry.identity() + " " + ProcessTable.nameOf(entry.pid())));
		this.parts.files().sockets().forEach((directory) -> found.add("sockets " + directory));
		mounts(found);
		if (this.parts.groups() != null) {
			this.parts.groups().present().forEach((group) -> found.add("control group " + group));
		}
		if (this.parts.users() != null) {
			this.parts.users().taken().forEach((user) -> found.add("user id " + user));
		}
		return found;
	}

	private boolean isOfASandbox(ProcessEntry entry) {
		if (this.block == null) {
			return ProcessHandle.of(entry.pid()).stream().anyMatch(Remains::isMadeHere) || seesOurFiles(entry);
		}
		long user = ProcessTable.userOf(entry.pid());
		return user >= this.block.first() && user < this.block.first() + UserIdBlock.SIZE;
	}

	// Whoever outlives Bubblewrap has another parent, but still the mounts that were made
	// for it.
	private boolean seesOurFiles(ProcessEntry entry) {
		return ProcessTable.mountsOf(entry.pid()).contains("/" + folder().getFileName() + "/");
	}

	private Path folder() {
		return this.parts.files().folder();
	}

	// What a sandbox starts is below Bubblewrap in the tree of processes, as long as that
	// lives.
	private static boolean isMadeHere(ProcessHandle process) {
		boolean sandboxed = false;
		for (ProcessHandle each = process; each != null; each = each.parent().orElse(null)) {
			sandboxed |= ProcessTable.nameOf(each.pid()).equals("bwrap");
			if (each.equals(ProcessHandle.current())) {
				return sandboxed;
			}
		}
		return false;
	}

	private void mounts(Set<String> found) {
		String folder = folder().toString();
		try (var lines = Files.lines(MOUNTS)) {
			lines.filter((line) -> line.contains(folder)).forEach((line) -> found.add("mount " + line));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mounts of this process cannot be read", ex);
		}
	}

}

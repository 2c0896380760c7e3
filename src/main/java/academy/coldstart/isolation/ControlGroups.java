package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control groups of this application: one for each sandbox, in which the kernel
 * counts memory and processes together, also memory that belongs to no process, such as
 * that of files. There are some where this application may make them.
 */
final class ControlGroups implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ControlGroups.class);

	private static final Path ROOT = Path.of("/sys/fs/cgroup");

	private static final String PREFIX = "coldstart-";

	private final GroupVersion version;

	private final List<Path> parents;

	private ControlGroups(GroupVersion version, List<Path> parents) {
		this.version = version;
		this.parents = parents;
	}

	/**
	 * Find out whether groups can be made, by making one.
	 * @return the groups, or empty when the kernel or the system does not let us
	 */
	static Optional<ControlGroups> find() {
		return find(ROOT);
	}

	static Optional<ControlGroups> find(Path root) {
		GroupVersion version = GroupVersion.of(root);
		String name = PREFIX + UUID.randomUUID();
		List<Path> parents = version.places(root).stream().map((place) -> place.resolve(name)).toList();
		ControlGroups groups = new ControlGroups(version, parents);
		try {
			for (Path parent : parents) {
				removeAbandoned(Objects.requireNonNull(parent.getParent()));
				Files.createDirectory(parent);
			}
			version.delegate(parents);
			groups.open(new Limits(64L * 1024 * 1024, 0, 16, 16, 1024 * 1024, 16)).close();
			return Optional.of(groups);
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("no control groups: {}", ex.toString());
			groups.close();
			return Optional.empty();
		}
	}

	// Only groups without processes can be removed, so those of living sandboxes stay.
	private static void removeAbandoned(Path place) throws IOException {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(place, PREFIX + "*")) {
			for (Path group : left) {
				try (DirectoryStream<Path> children = Files.newDirectoryStream(group, Files::isDirectory)) {
					children.forEach(ControlGroup::remove);
				}
			}
		}
	}

	/**
	 * Make a group.
	 * @param limits the limits of the program that will be in it
	 * @return the group
	 * @throws IOException when it cannot be made
	 */
	ControlGroup open(Limits limits) throws IOException {
		String name = UUID.randomUUID().toString();
		ControlGroup group = new ControlGroup(this.version,
				this.parents.stream().map((each) -> each.resolve(name)).toList());
		group.make(limits);
		return group;
	}

	/**
	 * Return the groups of sandboxes that there are.
	 * @return their directories
	 */
	List<Path> present() {
		List<Path> present = new ArrayList<>();
		for (Path parent : this.parents) {
			try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
				children.forEach(present::add);
			}
			catch (IOException ex) {
				// It is gone, and so is everything in it.
			}
		}
		return present;
	}

	@Override
	public void close() {
		this.parents.forEach(ControlGroup::remove);
	}

}

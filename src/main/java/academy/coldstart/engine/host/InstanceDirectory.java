package academy.coldstart.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.fleet.Owner;
import academy.coldstart.engine.installation.Kit;

import org.springframework.util.FileSystemUtils;

/**
 * The folder that one running LocalStack has for itself: two that share one break each
 * other's databases.
 *
 * @param root the folder
 */
record InstanceDirectory(Path root) {

	private static final List<String> FOLDERS = List.of("tmp", "cache", "home", "config", "usr/lib/localstack/java",
			"usr/lib/localstack/dynamodb-local");

	/**
	 * Create a folder with all that LocalStack would otherwise download.
	 * @param instances where the folders of instances are
	 * @param kit the installation
	 * @param plugin the plug-in, which is copied so that it stays as it is while the
	 * instance runs
	 * @return the new folder
	 */
	static InstanceDirectory create(Path instances, Kit kit, Path plugin) {
		InstanceDirectory directory = new InstanceDirectory(
				instances.toAbsolutePath().normalize().resolve(UUID.randomUUID().toString()));
		try {
			Files.createDirectories(directory.root());
			Owner.current().writeTo(directory.root());
			for (String folder : FOLDERS) {
				Files.createDirectories(directory.root().resolve(folder));
			}
			Path libraries = directory.root().resolve("usr/lib/localstack");
			Files.createSymbolicLink(libraries.resolve("java/21"), Path.of(System.getProperty("java.home")));
			Files.createSymbolicLink(libraries.resolve("dynamodb-local/2"), kit.dynamoDb());
			Files.writeString(directory.awsConfiguration(), "[default]\nregion=us-east-1\n");
			FileSystemUtils.copyRecursively(plugin, directory.plugin());
			return directory;
		}
		catch (IOException ex) {
			throw new InstanceFailed("The folder " + directory.root() + " could not be written: " + ex + ".", ex);
		}
	}

	Path awsConfiguration() {
		return this.root.resolve("aws.config");
	}

	Path plugin() {
		return this.root.resolve("plugin");
	}

	void delete() {
		try (Stream<Path> paths = Files.walk(this.root)) {
			for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			org.apache.commons.logging.LogFactory.getLog(InstanceDirectory.class)
				.debug("The folder " + this.root + " could not be deleted", ex);
		}
	}

}

package academy.coldstart.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.installation.Kit;
import academy.coldstart.process.ProcessFolder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The folder that one running LocalStack has for itself: two that share one break each
 * other's databases.
 *
 * @param folder the folder
 */
record InstanceDirectory(ProcessFolder folder) {

	/** How the names of such folders begin. */
	static final String PREFIX = "localstack-";

	private static final Log logger = LogFactory.getLog(InstanceDirectory.class);

	private static final List<String> FOLDERS = List.of("tmp", "cache", "home", "config",
			"usr/lib/localstack/java/21/bin", "usr/lib/localstack/dynamodb-local");

	/**
	 * Create a folder with all that LocalStack would otherwise download.
	 * @param instances where the folders of instances are
	 * @param kit the installation
	 * @param plugin the plug-in, which is copied so that it stays as it is while the
	 * instance runs
	 * @return the new folder
	 */
	static InstanceDirectory create(Path instances, Kit kit, Path plugin) {
		try {
			InstanceDirectory directory = new InstanceDirectory(ProcessFolder.create(instances, PREFIX));
			directory.fill(kit, plugin);
			return directory;
		}
		catch (IOException ex) {
			throw new InstanceFailed("The folder " + instances + " could not be written: " + ex + ".", ex,
					"Make it writable and check that its disk is not full, or choose another folder with coldstart.engine.instances.");
		}
	}

	private void fill(Kit kit, Path plugin) throws IOException {
		try {
			for (String folder : FOLDERS) {
				Files.createDirectories(root().resolve(folder));
			}
			Path libraries = root().resolve("usr/lib/localstack");
			provideJava(libraries.resolve("java/21"), Path.of(System.getProperty("java.home")));
			Files.createSymbolicLink(libraries.resolve("dynamodb-local/2"), kit.dynamoDb());
			Files.writeString(awsConfiguration(), "[default]\nregion=us-east-1\n");
			FileSystemUtils.copyRecursively(plugin, plugin());
		}
		catch (IOException ex) {
			delete();
			throw ex;
		}
	}

	private static void provideJava(Path place, Path java) throws IOException {
		Files.createSymbolicLink(place.resolve("lib"), java.resolve("lib"));
		// DynamoDB Local is given a session of its own and would live on when LocalStack
		// is killed.
		Path program = Files.createFile(place.resolve("bin/java"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		Files.writeString(program, "#!/bin/sh\nexec setpriv --pdeathsig KILL -- '"
				+ java.resolve("bin/java").toString().replace("'", "'\\''") + "' \"$@\"\n");
	}

	Path root() {
		return this.folder.path();
	}

	Path awsConfiguration() {
		return root().resolve("aws.config");
	}

	Path plugin() {
		return root().resolve("plugin");
	}

	void delete() {
		delete(root());
		this.folder.close();
	}

	/**
	 * Delete the folder of an instance that has ended. Links are deleted, not followed.
	 * @param root the folder
	 */
	static void delete(Path root) {
		try (Stream<Path> paths = Files.walk(root)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("The folder " + root + " could not be deleted", ex);
		}
	}

}

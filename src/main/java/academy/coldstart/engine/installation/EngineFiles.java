package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed files that say what is installed.
 *
 * @param home the folder of this product
 */
public record EngineFiles(Path home) {

	/**
	 * Return the lock file of LocalStack.
	 * @return the file
	 */
	public Path engineLock() {
		return this.home.resolve("engine/requirements.lock");
	}

	Path functionLock() {
		return this.home.resolve("runtimes/python/requirements.lock");
	}

	Path nodeManifest() {
		return this.home.resolve("runtimes/node/package.json");
	}

	Path nodeLock() {
		return this.home.resolve("runtimes/node/package-lock.json");
	}

	/**
	 * Return the lock file of DynamoDB Local.
	 * @return the file
	 */
	public Path dynamoDbLock() {
		return this.home.resolve("engine/dynamodb-local.lock");
	}

	Path javaLock() {
		return this.home.resolve("runtimes/java/libraries.lock");
	}

	Path javaSources() {
		return this.home.resolve("runtimes/java/src");
	}

	/**
	 * Return the folder of the image of LocalStack.
	 * @return the folder with its Dockerfile
	 */
	public Path image() {
		return this.home.resolve("engine/image");
	}

	/**
	 * Return the plug-in.
	 * @return its folder
	 */
	public Path plugin() {
		return this.home.resolve("engine/plugin");
	}

	/**
	 * Return the name of the installation that fits these files, a Python and this
	 * machine.
	 * @param python the Python
	 * @return a short name that differs when anything installed would differ
	 */
	String kitName(Python python) {
		return name(List.of(engineLock(), functionLock(), nodeManifest(), nodeLock(), dynamoDbLock()),
				python.program() + " " + python.version());
	}

	/**
	 * Return the name of the installation of Java functions that fits these files, a JDK
	 * and this machine.
	 * @param jdk the JDK
	 * @return a short name that differs when anything installed would differ
	 */
	String javaKitName(Jdk jdk) {
		List<Path> files = new ArrayList<>(List.of(javaLock(), jdk.home().resolve("release")));
		try (Stream<Path> sources = Files.walk(javaSources())) {
			sources.filter(Files::isRegularFile).sorted().forEach(files::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "java-" + name(files, jdk.home() + " " + jdk.version());
	}

	private static String name(List<Path> files, String program) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Path file : files) {
				if (Files.exists(file)) {
					digest.update(Files.readAllBytes(file));
				}
			}
			String machine = program + " " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
			digest.update(machine.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

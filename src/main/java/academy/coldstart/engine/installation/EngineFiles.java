package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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

	/**
	 * Return the lock file of DynamoDB Local.
	 * @return the file
	 */
	public Path dynamoDbLock() {
		return this.home.resolve("engine/dynamodb-local.lock");
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
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Path lock : List.of(engineLock(), functionLock(), dynamoDbLock())) {
				digest.update(Files.readAllBytes(lock));
			}
			String machine = python.program() + " " + python.version() + " " + System.getProperty("os.name") + " "
					+ System.getProperty("os.arch");
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

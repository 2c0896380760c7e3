package academy.coldstart.engine.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.engine.installation.EngineFiles;
import academy.coldstart.engine.installation.Kit;

import org.springframework.util.FileSystemUtils;

/**
 * The files that the image of the engine is built from.
 *
 * @param files the committed ones
 * @param kit the installed ones
 */
record ImageContext(EngineFiles files, Kit kit) {

	private static final String DYNAMODB = "dynamodb-local";

	/**
	 * Return a name that differs when the image would differ.
	 * @param base the image that it is built from
	 * @return a short name
	 */
	String hash(String base) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(base.getBytes(StandardCharsets.UTF_8));
			for (Path root : List.of(this.files.image(), this.files.engineLock(), this.files.dynamoDbLock(),
					this.files.plugin())) {
				update(digest, root);
			}
			return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	private static void update(MessageDigest digest, Path root) throws IOException {
		for (Path file : sources(root)) {
			digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
			digest.update(Files.readAllBytes(file));
		}
	}

	/**
	 * Lay the files out.
	 * @param directory an empty directory
	 * @param settings how packages are reached
	 */
	void layOut(Path directory, PipSettings settings) throws IOException {
		copy(this.files.image(), directory);
		copy(this.files.plugin(), directory.resolve("plugin"));
		Files.copy(this.files.engineLock(), directory.resolve("requirements.lock"));
		FileSystemUtils.copyRecursively(this.kit.dynamoDb(), directory.resolve(DYNAMODB));
		Path certificates = directory.resolve("ca.crt");
		if (settings.certificates().isPresent()) {
			Files.copy(settings.certificates().get(), certificates);
		}
		else {
			Files.createFile(certificates);
		}
	}

	private static void copy(Path root, Path target) throws IOException {
		for (Path file : sources(root)) {
			Path copy = target.resolve(root.relativize(file).toString());
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
		}
	}

	/** What Python wrote while it ran is not a source. */
	private static List<Path> sources(Path root) throws IOException {
		try (Stream<Path> paths = Files.walk(root)) {
			return paths.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().contains("__pycache__"))
				.sorted()
				.toList();
		}
	}

}

package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Downloads what Java functions find at run time, and takes the native part of the
 * Runtime API client out of its jar, which would otherwise unpack it at every start.
 *
 * @param lock the lock file
 * @param repository where it is downloaded from
 */
record JavaLibrariesStep(Path lock, MavenRepository repository) implements InstallationStep {

	@Override
	public String title() {
		return "libraries (40 MB)";
	}

	@Override
	public String name() {
		return "libraries";
	}

	@Override
	public void run(Kit kit) {
		JavaKit java = new JavaKit(kit.directory());
		List<MavenFile> files = MavenFile.readAll(this.lock);
		try {
			Files.createDirectories(java.libraries());
			files.forEach((file) -> this.repository.fetch(file, java.libraries().resolve(file.fileName())));
			MavenFile client = files.stream()
				.filter((file) -> file.fileName().startsWith(JavaKit.CLIENT))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The Runtime API client is not in " + this.lock));
			takeNativeClient(java.libraries().resolve(client.fileName()), java.nativeClient());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void takeNativeClient(Path jar, Path target) throws IOException {
		String name = "jni/libaws-lambda-jni." + system() + "-" + processor() + ".so";
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			ZipEntry entry = zip.getEntry(name);
			if (entry == null) {
				throw new InstallationFailed(
						"The Runtime API client for Java functions has no part for this machine: " + name + ".");
			}
			try (InputStream in = zip.getInputStream(entry)) {
				Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private static String processor() {
		return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
	}

	private static String system() {
		return Files
			.exists(Path.of("/lib/ld-musl-" + System.getProperty("os.arch").replace("amd64", "x86_64") + ".so.1"))
					? "linux_musl" : "linux";
	}

}

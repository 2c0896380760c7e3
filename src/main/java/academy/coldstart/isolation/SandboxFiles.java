package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import academy.coldstart.isolation.seccomp.Architecture;
import academy.coldstart.isolation.seccomp.SystemCallFilter;
import academy.coldstart.process.ProcessFolder;

/**
 * The files that all sandboxes of this application share, in a folder that ends with it:
 * their first process, the filter of system calls, and an {@code /etc} that tells nothing
 * of this machine.
 */
final class SandboxFiles implements AutoCloseable {

	private static final Path BASE = Path.of("/var/tmp");

	/** Short, because the path of a socket has at most 107 bytes. */
	private static final String PREFIX = "coldstart-s-";

	private static final Map<String, String> ETC = Map.of("passwd",
			"root:x:0:0::/nonexistent:/usr/sbin/nologin\nsandbox:x:1000:1000::/tmp:/usr/sbin/nologin\n", "group",
			"root:x:0:\nsandbox:x:1000:\n", "hosts", "127.0.0.1 localhost\n", "nsswitch.conf",
			"passwd: files\ngroup: files\nhosts: files\n", "resolv.conf", "", "hostname", "sandbox\n");

	/** Where systems keep the certificates of authorities, the usual place first. */
	private static final List<Path> CERTIFICATES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
			Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"));

	/** Where packaged JDKs have their certificates, to which their files link. */
	private static final Path JAVA_CERTIFICATES = Path.of("/etc/ssl/certs/java/cacerts");

	private static final Path LIBRARIES = Path.of("/etc/ld.so.cache");

	private final ProcessFolder folder;

	private final AtomicLong sockets = new AtomicLong();

	private final List<Path> javaSettings;

	private SandboxFiles(ProcessFolder folder) throws IOException {
		this.folder = folder;
		this.javaSettings = javaSettings();
	}

	/**
	 * Write the files, and remove those of applications that are gone.
	 * @param architecture the instruction set of the machine
	 * @param init the first process
	 * @return the files
	 * @throws UncheckedIOException when they cannot be written
	 */
	static SandboxFiles write(Architecture architecture, InitProgram init) {
		try {
			ProcessFolder.removeAbandoned(BASE, PREFIX, Directories::delete);
			SandboxFiles files = new SandboxFiles(ProcessFolder.create(BASE, PREFIX));
			open(files.folder.path(), "rwx--x--x");
			files.fill(architecture, init);
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The files of sandboxes could not be written in " + BASE, ex);
		}
	}

	private void fill(Architecture architecture, InitProgram init) throws IOException {
		open(Files.createDirectory(kit()), "rwxr-xr-x");
		init.copyInto(kit());
		Files.write(filter(), SystemCallFilter.bytes(architecture));
		Files.createDirectories(etc().resolve("ssl/certs/java"));
		for (Map.Entry<String, String> file : ETC.entrySet()) {
			Files.writeString(etc().resolve(file.getKey()), file.getValue());
		}
		CERTIFICATES.stream()
			.filter(Files::isReadable)
			.findFirst()
			.ifPresent((found) -> copy(found, CERTIFICATES.get(0)));
		copy(JAVA_CERTIFICATES, JAVA_CERTIFICATES);
		copy(LIBRARIES, LIBRARIES);
		for (Path settings : this.javaSettings) {
			Files.createDirectory(etc().resolve(settings.getFileName()));
		}
		try (var all = Files.walk(etc())) {
			all.forEach((path) -> open(path, Files.isDirectory(path) ? "rwxr-xr-x" : "r--r--r--"));
		}
	}

	private void copy(Path file, Path as) {
		if (Files.isReadable(file)) {
			try {
				Path target = etc().resolve(Path.of("/etc").relativize(as));
				Files.copy(file.toRealPath(), target, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	// The JDK of Debian keeps its settings there and links to them.
	private static List<Path> javaSettings() throws IOException {
		List<Path> found = new ArrayList<>();
		try (DirectoryStream<Path> settings = Files.newDirectoryStream(Path.of("/etc"), "java-*-openjdk")) {
			settings.forEach(found::add);
		}
		return List.copyOf(found);
	}

	static void open(Path path, String permissions) {
		try {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The permissions of " + path + " could not be set", ex);
		}
	}

	/**
	 * Return the directory with all of them, whose name no other application has.
	 * @return the directory
	 */
	Path folder() {
		return this.folder.path();
	}

	/**
	 * Return the directory with the first process, which is called {@code init}.
	 * @return the directory
	 */
	Path kit() {
		return this.folder.path().resolve("kit");
	}

	/**
	 * Return the filter of system calls as the kernel reads it.
	 * @return the file
	 */
	Path filter() {
		return this.folder.path().resolve("filter");
	}

	Path etc() {
		return this.folder.path().resolve("etc");
	}

	/**
	 * Return the directories with settings of packaged JDKs, which belong to
	 * {@code /etc}.
	 * @return the directories
	 */
	List<Path> settings() {
		return this.javaSettings;
	}

	/**
	 * Make a directory for the sockets of one sandbox.
	 * @return the directory, which nobody else can enter
	 */
	Path newSockets() {
		try {
			Path made = Files.createDirectory(
					this.folder.path().resolve(Long.toString(this.sockets.incrementAndGet(), Character.MAX_RADIX)));
			open(made, "rwx------");
			return Objects.requireNonNull(made);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No directory could be made in " + this.folder.path(), ex);
		}
	}

	/**
	 * Return the directories with sockets of sandboxes that there are.
	 * @return the directories
	 */
	List<Path> sockets() {
		List<Path> present = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.folder.path(), Files::isDirectory)) {
			entries.forEach(present::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The directory " + this.folder.path() + " cannot be read", ex);
		}
		present.removeAll(List.of(kit(), etc()));
		return present;
	}

	@Override
	public void close() {
		Directories.delete(this.folder.path());
		this.folder.close();
	}

}

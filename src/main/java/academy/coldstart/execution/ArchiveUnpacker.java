package academy.coldstart.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

/**
 * Unpacks zip archives one over the other into a directory that nobody changes
 * afterwards. Only plain files and directories are made, and only below that directory;
 * sizes are counted, not believed.
 */
final class ArchiveUnpacker {

	/** What Lambda allows for a function and all its layers, unzipped. */
	static final long MAX_BYTES = 250L * 1024 * 1024;

	static final int MAX_ENTRIES = 30_000;

	private static final int MAX_DEPTH = 60;

	private static final int MAX_NAME_BYTES = 240;

	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("r--r--r--");

	private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("r-xr-xr-x");

	private final Path target;

	private long bytes;

	private int entries;

	ArchiveUnpacker(Path target) {
		this.target = target;
	}

	/**
	 * Unpack archives in their order; a later one replaces files of an earlier one.
	 * @param archives the zip files
	 * @throws ArchiveRejected when one is broken or not allowed
	 */
	void unpack(List<Path> archives) {
		try {
			Files.createDirectories(this.target);
			for (Path archive : archives) {
				unpack(archive);
			}
			seal();
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw new ArchiveRejected("The archive is not a valid zip file: " + ex.getMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An archive could not be unpacked", ex);
		}
	}

	private void unpack(Path archive) throws IOException {
		Set<String> seen = new HashSet<>();
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
				if (++this.entries > MAX_ENTRIES) {
					throw new ArchiveRejected("The archive has more than " + MAX_ENTRIES + " entries");
				}
				if (!seen.add(entry.getName())) {
					throw new ArchiveRejected("The archive has two entries named '" + entry.getName() + "'");
				}
				unpack(zip, entry);
			}
		}
	}

	private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
		Path path = place(entry.getName());
		try {
			if (entry.isDirectory()) {
				Files.createDirectories(path);
				return;
			}
			Path parent = path.getParent();
			Files.createDirectories((parent != null) ? parent : this.target);
			if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
				throw new ArchiveRejected("'" + entry.getName() + "' is a file and a directory at once");
			}
			Files.deleteIfExists(path);
		}
		catch (FileAlreadyExistsException ex) {
			throw new ArchiveRejected("'" + entry.getName() + "' lies in something that is a file");
		}
		try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(path)) {
			copy(in, out);
		}
	}

	private void copy(InputStream in, OutputStream out) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
			this.bytes += n;
			if (this.bytes > MAX_BYTES) {
				throw new ArchiveRejected("The archive is larger than 250 MB unzipped");
			}
			out.write(buffer, 0, n);
		}
	}

	private Path place(String name) {
		String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
		List<String> parts = List.of(plain.split("/", -1));
		boolean allowed = parts.size() <= MAX_DEPTH && parts.stream().allMatch(ArchiveUnpacker::isAllowed);
		Path path = allowed ? this.target.resolve(plain).normalize() : this.target;
		if (!allowed || !path.startsWith(this.target)) {
			throw new ArchiveRejected("The archive has an entry with a name that is not allowed: '"
					+ name.replaceAll("\\p{Cntrl}", "?") + "'");
		}
		return path;
	}

	private static boolean isAllowed(String part) {
		return !part.isEmpty() && !part.equals(".") && !part.equals("..") && part.indexOf('\\') < 0
				&& part.chars().noneMatch(Character::isISOControl)
				&& part.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES;
	}

	private void seal() throws IOException {
		Files.walkFileTree(this.target, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.setPosixFilePermissions(file, FILE);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) throws IOException {
				Files.setPosixFilePermissions(directory, DIRECTORY);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}

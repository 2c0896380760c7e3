package academy.coldstart.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.isolation.Directories;

/**
 * Deployment packages and layers by the hash of their bytes, and the directories they are
 * unpacked to once for all environments. Old ones that nobody uses make room for new
 * ones.
 */
final class Archives {

	/**
	 * What Lambda takes in a direct upload is 50 MB; a layer from the platform may be
	 * larger.
	 */
	static final long MAX_ARCHIVE_BYTES = 60L * 1024 * 1024;

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private final Path arrivals;

	private final Path zips;

	private final Path trees;

	private final long capacity;

	private final Map<String, Tree> unpacked = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * Create an empty store.
	 * @param directory where it keeps its files
	 * @param capacity how many bytes of archives it keeps
	 */
	Archives(Path directory, long capacity) {
		this.arrivals = directory.resolve("arrivals");
		this.zips = directory.resolve("archives");
		this.trees = directory.resolve("code");
		this.capacity = capacity;
		try {
			Files.createDirectories(this.arrivals);
			Files.createDirectories(this.zips);
			Files.createDirectories(this.trees);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The archive store could not be made in " + directory, ex);
		}
	}

	boolean has(String sha256) {
		return SHA256.matcher(sha256).matches() && Files.exists(zip(sha256));
	}

	/**
	 * Store an archive.
	 * @param sha256 the hash that its bytes must have
	 * @param content its bytes
	 * @throws ArchiveRejected when it is too large or has another hash
	 */
	void put(String sha256, InputStream content) {
		if (!SHA256.matcher(sha256).matches()) {
			throw new ArchiveRejected("An archive is named by its SHA-256 hash in lower case");
		}
		Path arriving = this.arrivals.resolve(UUID.randomUUID().toString());
		try {
			String actual = save(content, arriving);
			if (!actual.equals(sha256)) {
				throw new ArchiveRejected("The archive has the hash " + actual + ", not " + sha256);
			}
			keep(arriving, sha256);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An archive could not be stored", ex);
		}
		finally {
			Directories.delete(arriving);
		}
	}

	/**
	 * Unpack archives one over the other, unless that was done before.
	 * @param hashes the hashes of the archives in their order
	 * @return the directory, to be closed when it is no longer used
	 * @throws ArchiveRejected when one is missing, broken or not allowed
	 */
	synchronized Tree tree(List<String> hashes) {
		String key = HexFormat.of()
			.formatHex(sha256().digest(String.join("+", hashes).getBytes(StandardCharsets.UTF_8)));
		Tree tree = this.unpacked.get(key);
		if (tree == null) {
			tree = new Tree(this.trees.resolve(key), hashes);
			unpack(tree);
			this.unpacked.put(key, tree);
		}
		tree.users++;
		return tree;
	}

	private void unpack(Tree tree) {
		for (String hash : tree.hashes) {
			if (!has(hash)) {
				throw new ArchiveRejected("The archive " + hash + " was not uploaded");
			}
		}
		try {
			new ArchiveUnpacker(tree.directory).unpack(tree.hashes.stream().map(this::zip).toList());
		}
		catch (RuntimeException ex) {
			Directories.delete(tree.directory);
			throw ex;
		}
	}

	private synchronized void keep(Path arrived, String sha256) throws IOException {
		makeRoom(Files.size(arrived));
		Files.move(arrived, zip(sha256), StandardCopyOption.ATOMIC_MOVE);
	}

	private void makeRoom(long needed) throws IOException {
		List<Path> oldestFirst;
		try (Stream<Path> files = Files.list(this.zips)) {
			oldestFirst = files.sorted(Comparator.comparingLong(Archives::age).reversed()).toList();
		}
		long excess = needed - this.capacity;
		for (Path file : oldestFirst) {
			excess += Files.size(file);
		}
		for (Path file : oldestFirst) {
			if (excess > 0 && !isUsed(file.getFileName().toString())) {
				excess -= Files.size(file);
				forget(file.getFileName().toString());
			}
		}
	}

	private boolean isUsed(String hash) {
		return this.unpacked.values().stream().anyMatch((tree) -> tree.users > 0 && tree.hashes.contains(hash));
	}

	private void forget(String hash) throws IOException {
		Files.deleteIfExists(zip(hash));
		this.unpacked.values().removeIf((tree) -> {
			boolean stale = tree.hashes.contains(hash);
			if (stale) {
				Directories.delete(tree.directory);
			}
			return stale;
		});
	}

	private static long age(Path file) {
		return System.currentTimeMillis() - file.toFile().lastModified();
	}

	private Path zip(String sha256) {
		return this.zips.resolve(sha256);
	}

	private static String save(InputStream content, Path file) throws IOException {
		MessageDigest digest = sha256();
		byte[] buffer = new byte[64 * 1024];
		long size = 0;
		try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
			for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
				size += n;
				if (size > MAX_ARCHIVE_BYTES) {
					throw new ArchiveRejected("The archive is larger than 60 MB");
				}
				out.write(buffer, 0, n);
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * A directory with unpacked archives, kept as long as somebody uses it.
	 */
	final class Tree implements AutoCloseable {

		private final Path directory;

		private final List<String> hashes;

		private int users;

		private Tree(Path directory, List<String> hashes) {
			this.directory = directory;
			this.hashes = List.copyOf(hashes);
		}

		Path directory() {
			return this.directory;
		}

		@Override
		public void close() {
			synchronized (Archives.this) {
				this.users--;
			}
		}

	}

}

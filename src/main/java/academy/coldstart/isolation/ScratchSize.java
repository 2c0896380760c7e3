package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Adds up what lies in a directory, without following links, until it is too much.
 */
final class ScratchSize extends SimpleFileVisitor<Path> {

	private final long maxBytes;

	private final int maxFiles;

	private long bytes;

	private int files;

	ScratchSize(long maxBytes, int maxFiles) {
		this.maxBytes = maxBytes;
		this.maxFiles = maxFiles;
	}

	boolean isExceededBy(Path directory) {
		try {
			Files.walkFileTree(directory, this);
		}
		catch (IOException ex) {
			return false;
		}
		return isExceeded();
	}

	@Override
	public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
		return count(0);
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		return count(attributes.size());
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) {
		return count(0);
	}

	@Override
	public FileVisitResult postVisitDirectory(Path dir, IOException ex) {
		return FileVisitResult.CONTINUE;
	}

	private FileVisitResult count(long size) {
		this.files++;
		this.bytes += size;
		return isExceeded() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
	}

	private boolean isExceeded() {
		return this.bytes > this.maxBytes || this.files > this.maxFiles;
	}

}

package academy.coldstart.submission;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the items of a folder. Links are found as links and never followed; ignored
 * folders are not entered.
 */
final class FolderItems extends SimpleFileVisitor<Path> {

	private final Path root;

	private final List<Item> items = new ArrayList<>();

	private FolderItems(Path root) {
		this.root = root;
	}

	static List<Item> of(Path directory) {
		if (!Files.isDirectory(directory)) {
			throw new SubmissionRejected("folder-missing", "There is no folder " + FilePath.show(directory.toString())
					+ ". Name the folder that holds the handler.");
		}
		try {
			FolderItems visitor = new FolderItems(directory.toRealPath());
			Files.walkFileTree(visitor.root, visitor);
			return visitor.items;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
		if (directory.equals(this.root)) {
			return FileVisitResult.CONTINUE;
		}
		add(directory, Item.Kind.FOLDER);
		boolean ignored = IgnoredFiles.isIgnored(String.valueOf(directory.getFileName()));
		return ignored ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (attributes.isSymbolicLink()) {
			add(file, Item.Kind.LINK);
		}
		else {
			add(file, attributes.isRegularFile() ? Item.Kind.FILE : Item.Kind.SPECIAL);
		}
		return FileVisitResult.CONTINUE;
	}

	private void add(Path file, Item.Kind kind) {
		if (this.items.size() >= Limits.ENTRIES) {
			throw new SubmissionRejected("too-many-entries", "The folder " + FilePath.show(this.root.toString())
					+ " holds more than " + Limits.ENTRIES + " files and folders. Name a folder with one solution.");
		}
		String path = this.root.relativize(file).toString().replace(File.separatorChar, '/');
		this.items.add(new Item(path, kind, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
	}

}

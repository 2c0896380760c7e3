package academy.coldstart.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The files of an upload that count, with checked paths, and what was left out.
 *
 * @param files the files
 * @param ignored the files and folders left out
 */
record Selection(List<Item> files, List<String> ignored) {

	static Selection of(List<Item> items, @Nullable RequiredFiles withoutTopFolder) {
		Set<String> ignored = new LinkedHashSet<>();
		List<Item> files = new ArrayList<>();
		for (Item item : items) {
			Optional<String> root = IgnoredFiles.root(item.path());
			root.ifPresentOrElse(ignored::add, () -> select(item, files));
		}
		requireModestCount(files);
		List<Item> placed = (withoutTopFolder != null) ? TopFolder.strip(files, withoutTopFolder) : files;
		requireDistinct(placed);
		return new Selection(placed, List.copyOf(ignored));
	}

	private static void select(Item item, List<Item> files) {
		String path = FilePath.check(item.path());
		switch (item.kind()) {
			case FILE -> files.add(item.withPath(path));
			case FOLDER -> {
				// Folders come into being with their files.
			}
			case LINK -> throw new SubmissionRejected("link",
					FilePath.show(path) + " is a link to another file. Replace it by a copy of that file.");
			case SPECIAL -> throw new SubmissionRejected("special-file",
					FilePath.show(path) + " is a device or a pipe, not a file. Remove it.");
		}
	}

	private static void requireModestCount(List<Item> files) {
		if (files.isEmpty()) {
			throw new SubmissionRejected("empty",
					"There are no files in the submission. Send at least the file with the handler.");
		}
		if (files.size() > Limits.FILES) {
			throw new SubmissionRejected("too-many-files", "The submission has " + files.size() + " files; "
					+ Limits.FILES + " are allowed. Send only your own source files, without libraries.");
		}
	}

	private static void requireDistinct(List<Item> files) {
		Map<String, String> taken = new HashMap<>();
		files.forEach((file) -> {
			String twin = taken.put(FilePath.twinKey(file.path()), file.path());
			if (twin != null) {
				throw duplicate(twin, file.path());
			}
		});
		taken.values().forEach((path) -> requireNoFolderOfSameName(path, taken));
	}

	private static void requireNoFolderOfSameName(String path, Map<String, String> taken) {
		for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
			String file = taken.get(FilePath.twinKey(path.substring(0, slash)));
			if (file != null) {
				throw duplicate(file, path);
			}
		}
	}

	private static SubmissionRejected duplicate(String first, String second) {
		if (first.equals(second)) {
			return new SubmissionRejected("duplicate-name",
					"There are two files named " + FilePath.show(first) + ". Send only one of them.");
		}
		return new SubmissionRejected("duplicate-name", "The names " + FilePath.show(first) + " and "
				+ FilePath.show(second) + " are the same on some systems. Rename or remove one of them.");
	}

}

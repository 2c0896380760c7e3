package academy.coldstart.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;

import academy.coldstart.course.SourceFiles;

/**
 * Reads the contents of the selected files, never more than the limits allow.
 */
final class FileReading {

	private FileReading() {
	}

	static SourceFiles read(List<Item> items) {
		TreeMap<String, byte[]> contents = new TreeMap<>();
		long total = 0;
		for (Item item : items) {
			byte[] content = read(item);
			total += content.length;
			requireModestTotal(total);
			SourceText.check(item.path(), content);
			contents.put(item.path(), content);
		}
		return new SourceFiles(contents);
	}

	private static byte[] read(Item item) {
		try (InputStream in = item.content().open()) {
			byte[] content = in.readNBytes(Limits.FILE_BYTES + 1);
			if (content.length > Limits.FILE_BYTES) {
				throw new SubmissionRejected("file-too-large", FilePath.show(item.path())
						+ " is larger than 1 MB, the limit for one file. Remove it, or make it smaller.");
			}
			return content;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void requireModestTotal(long total) {
		if (total > Limits.TOTAL_BYTES) {
			throw new SubmissionRejected("submission-too-large",
					"All files together are larger than 5 MB. Send only your own source files.");
		}
	}

	static void requireSomething(SourceFiles files) {
		boolean blank = files.contents().values().stream().allMatch((content) -> {
			for (byte one : content) {
				if (!Character.isWhitespace(one)) {
					return false;
				}
			}
			return true;
		});
		if (blank) {
			throw new SubmissionRejected("empty",
					"All files of the submission are empty. Write the handler, then send it again.");
		}
	}

}

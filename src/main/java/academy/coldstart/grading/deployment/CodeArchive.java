package academy.coldstart.grading.deployment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.course.SourceFiles;

/**
 * A code archive in memory. Equal files give equal bytes.
 */
final class CodeArchive {

	private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

	private CodeArchive() {
	}

	/**
	 * Zip the files of a folder.
	 * @param files all files
	 * @param folder the folder: {@code .} for everything
	 * @return the archive, or an empty array when the folder has no files
	 */
	static byte[] of(SourceFiles files, String folder) {
		SortedMap<String, byte[]> contents = within(files, folder);
		return contents.isEmpty() ? new byte[0] : zip(contents);
	}

	private static SortedMap<String, byte[]> within(SourceFiles files, String folder) {
		String prefix = folder.replaceFirst("^(\\./?)+", "").replaceFirst("/+$", "");
		if (prefix.isEmpty()) {
			return files.contents();
		}
		TreeMap<String, byte[]> contents = new TreeMap<>();
		files.contents().forEach((path, bytes) -> {
			if (path.startsWith(prefix + "/")) {
				contents.put(path.substring(prefix.length() + 1), bytes);
			}
		});
		return contents;
	}

	private static byte[] zip(Map<String, byte[]> contents) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : contents.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTimeLocal(EPOCH);
				zip.putNextEntry(entry);
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}

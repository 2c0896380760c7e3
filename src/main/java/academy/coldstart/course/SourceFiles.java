package academy.coldstart.course;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a starter, a solution or a submission, by relative path with forward
 * slashes. The contents must not be changed by callers.
 *
 * @param contents the bytes of each file
 */
public record SourceFiles(SortedMap<String, byte[]> contents) {

	public SourceFiles {
		contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
	}

	public static SourceFiles of(Map<String, byte[]> contents) {
		return new SourceFiles(new TreeMap<>(contents));
	}

	/**
	 * Return these files with some replaced or added.
	 * @param overlay the files that win
	 * @return the combined files
	 */
	public SourceFiles with(SourceFiles overlay) {
		TreeMap<String, byte[]> combined = new TreeMap<>(this.contents);
		combined.putAll(overlay.contents);
		return new SourceFiles(combined);
	}

	/**
	 * Return a file as text.
	 * @param path its path
	 * @return the text, with replacement characters where it is not UTF-8
	 * @throws IllegalArgumentException when there is no such file
	 */
	public String text(String path) {
		byte[] content = this.contents.get(path);
		if (content == null) {
			throw new IllegalArgumentException("There is no file " + path);
		}
		return new String(content, StandardCharsets.UTF_8);
	}

}

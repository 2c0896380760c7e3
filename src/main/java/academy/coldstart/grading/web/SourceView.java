package academy.coldstart.grading.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.ui.VisibleText;

/**
 * The files that were graded, with their lines.
 *
 * @param files the files
 * @param left how many files are not shown
 */
record SourceView(List<FileView> files, int left) {

	private static final int MAX_FILES = 12;

	private static final int MAX_LINES = 1500;

	SourceView {
		files = List.copyOf(files);
	}

	static SourceView of(SourceFiles source, Set<String> pointed) {
		List<FileView> files = new ArrayList<>();
		for (Map.Entry<String, byte[]> file : source.contents().entrySet()) {
			if (files.size() < MAX_FILES) {
				files.add(FileView.of(files.size(), file.getKey(), file.getValue(), pointed));
			}
		}
		return new SourceView(files, source.contents().size() - files.size());
	}

	/**
	 * Return the address of a line within the page.
	 * @param source the files
	 * @param file the name of a file
	 * @param line the line, from 1
	 * @return a fragment without its sign, or an empty text when the file is not shown
	 */
	static String anchor(SourceFiles source, String file, int line) {
		int index = List.copyOf(source.contents().keySet()).indexOf(file);
		return (index >= 0 && index < MAX_FILES && line <= MAX_LINES) ? "file-" + index + "-line-" + line : "";
	}

	/**
	 * A file.
	 *
	 * @param name its name
	 * @param lines its lines
	 * @param left how many lines are not shown
	 * @param open whether it is shown unfolded, as something points into it
	 */
	record FileView(String name, List<Line> lines, int left, boolean open) {

		static FileView of(int index, String name, byte[] content, Set<String> pointed) {
			List<String> texts = new String(content, StandardCharsets.UTF_8).lines().toList();
			List<Line> lines = new ArrayList<>();
			for (String text : texts.subList(0, Math.min(texts.size(), MAX_LINES))) {
				String anchor = "file-" + index + "-line-" + (lines.size() + 1);
				lines.add(new Line(anchor, VisibleText.line(text), pointed.contains(anchor)));
			}
			return new FileView(VisibleText.line(name), List.copyOf(lines), texts.size() - lines.size(),
					lines.stream().anyMatch(Line::pointed));
		}

	}

	/**
	 * A line of a file.
	 *
	 * @param anchor its id in the page
	 * @param text the line
	 * @param pointed whether a check points at it
	 */
	record Line(String anchor, String text, boolean pointed) {
	}

}

package academy.coldstart.grading.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.LineDifferences;
import academy.coldstart.submission.LineDifferences.Line;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs between two versions.
 *
 * @param name its name
 * @param what what became of it
 * @param lines the lines that differ, none where they cannot be shown
 */
record FileChange(String name, String what, List<Line> lines) {

	FileChange {
		lines = List.copyOf(lines);
	}

	static List<FileChange> between(SourceFiles from, SourceFiles to) {
		TreeSet<String> names = new TreeSet<>(from.contents().keySet());
		names.addAll(to.contents().keySet());
		List<FileChange> changes = new ArrayList<>();
		for (String name : names) {
			byte[] before = from.contents().get(name);
			byte[] after = to.contents().get(name);
			if (!Arrays.equals(before, after)) {
				changes.add(of(name, before, after));
			}
		}
		return changes;
	}

	static List<String> same(SourceFiles from, SourceFiles to) {
		return from.contents()
			.entrySet()
			.stream()
			.filter((file) -> Arrays.equals(file.getValue(), to.contents().get(file.getKey())))
			.map((file) -> VisibleText.line(file.getKey()))
			.toList();
	}

	private static FileChange of(String name, byte @Nullable [] before, byte @Nullable [] after) {
		String replaced = (after != null) ? "changed" : "removed";
		String what = (before != null) ? replaced : "added";
		String shown = VisibleText.line(name);
		try {
			LineDifferences differences = LineDifferences.between(text(before), text(after));
			return new FileChange(shown, what + note(differences), differences.lines());
		}
		catch (CharacterCodingException ex) {
			return new FileChange(shown, what + "; it is not text, so its lines are not shown", List.of());
		}
	}

	private static String note(LineDifferences differences) {
		if (differences.tooLong()) {
			return "; it is too long to be compared here";
		}
		return differences.lines().isEmpty() ? " in line breaks only" : "";
	}

	private static String text(byte @Nullable [] content) throws CharacterCodingException {
		return (content != null) ? StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString() : "";
	}

}

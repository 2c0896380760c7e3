package academy.coldstart.submission;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules for the path of a file in a submission.
 */
final class FilePath {

	private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

	/** What Windows leaves out at the end of a name. */
	private static final Pattern TRAILING = Pattern.compile("[. ]+(?=/|$)");

	private FilePath() {
	}

	/**
	 * Check a path as it was stated.
	 * @param stated the path
	 * @return the path without steps that lead nowhere, such as {@code ./}
	 * @throws SubmissionRejected when it breaks a rule
	 */
	static String check(String stated) {
		String shown = show(stated);
		require(!stated.isBlank(), "path-empty", "A file has no name. Give it one and send it again.");
		require(stated.codePoints().noneMatch(FilePath::isInvisible), "path-control-character", "The file name " + shown
				+ " contains a control character or another invisible character. Rename the file.");
		require(stated.indexOf('\\') < 0, "path-backslash",
				"The file name " + shown + " contains a backslash. Use forward slashes between folders.");
		require(!stated.startsWith("/") && !DRIVE.matcher(stated).matches(), "path-absolute",
				"The path " + shown + " is absolute. Paths start in the exercise's folder, such as handler.py.");
		List<String> steps = Arrays.stream(stated.split("/", -1))
			.filter((step) -> !step.isEmpty() && !step.equals("."))
			.toList();
		require(!steps.contains(".."), "path-outside-folder",
				"The path " + shown + " leads outside the exercise's folder. Send only files inside it.");
		require(!steps.isEmpty(), "path-empty", "The path " + shown + " names no file.");
		require(stated.length() <= Limits.PATH_CHARACTERS && steps.size() <= Limits.PATH_DEPTH, "path-too-long",
				"The path " + shown + " is too long: at most " + Limits.PATH_CHARACTERS + " characters and "
						+ Limits.PATH_DEPTH + " levels are allowed.");
		return String.join("/", steps);
	}

	/**
	 * Return what two paths have in common that some file systems can't tell apart.
	 * @param path the path
	 * @return the same text for paths that differ only in case, in how accents are
	 * written, or in dots and blanks at the end of a step
	 */
	static String twinKey(String path) {
		String folded = Normalizer.normalize(path, Normalizer.Form.NFC)
			.toUpperCase(Locale.ROOT)
			.toLowerCase(Locale.ROOT);
		return TRAILING.matcher(Normalizer.normalize(folded, Normalizer.Form.NFC)).replaceAll("");
	}

	/**
	 * Return a path for a message: quoted, short, with invisible characters written out.
	 * @param path any text
	 * @return the text to show
	 */
	static String show(String path) {
		String visible = path.codePoints()
			.limit(80)
			.mapToObj((point) -> isInvisible(point) ? "\\u%04x".formatted(point) : Character.toString(point))
			.collect(Collectors.joining());
		return '"' + visible + ((path.codePointCount(0, path.length()) > 80) ? "…" : "") + '"';
	}

	private static boolean isInvisible(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
				true;
			default -> point == '\uFFFD';
		};
	}

	private static void require(boolean holds, String rule, String message) {
		if (!holds) {
			throw new SubmissionRejected(rule, message);
		}
	}

}

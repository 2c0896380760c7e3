package academy.coldstart.timeline;

import java.util.regex.Pattern;

import academy.coldstart.ui.VisibleText;

/**
 * Makes names short: what CloudFormation put around a logical id says nothing to a
 * reader.
 */
final class BriefName {

	private static final Pattern GENERATED = Pattern.compile("^exercise-(.+?)-[0-9a-f]{3,12}((?:\\.fifo)?)$");

	private static final int MAX_LENGTH = 80;

	private BriefName() {
	}

	/**
	 * Return the logical id in the name of a deployed resource.
	 * @param name such as {@code exercise-Orders-10ce1008}
	 * @return such as {@code Orders}, or the name itself when it was not generated
	 */
	static String of(String name) {
		return cut(GENERATED.matcher(name).replaceFirst("$1$2"));
	}

	/**
	 * Make a text fit for a label: one harmless line of a bounded length.
	 * @param text the text
	 * @return its beginning
	 */
	static String cut(String text) {
		String line = VisibleText.of(text.substring(0, Math.min(text.length(), MAX_LENGTH)).replaceAll("\\s+", " "));
		return (text.length() > MAX_LENGTH) ? line + "…" : line;
	}

	/**
	 * Return what a function ARN says after the name of the function.
	 * @param arn the ARN
	 * @return the alias or version, or nothing
	 */
	static String qualifier(String arn) {
		String[] parts = arn.split(":", -1);
		return (parts.length > 7 && !parts[7].equals("$LATEST")) ? cut(parts[7]) : "";
	}

}

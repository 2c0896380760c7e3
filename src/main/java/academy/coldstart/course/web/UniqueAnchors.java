package academy.coldstart.course.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the anchors of several texts on one page apart.
 */
final class UniqueAnchors {

	private static final Pattern REFERENCE = Pattern.compile(
			"( (?:id|for|aria-labelledby|aria-describedby)=\"| href=\"#| name=\"(?=snippet-)| fill=\"url\\(#)([^\")]*)(\\)?)\"");

	private UniqueAnchors() {
	}

	/**
	 * Put the name of a text before each of its anchors, and before what points to them.
	 * @param name the name
	 * @param html rendered text
	 * @return the same text with other anchors
	 */
	static String within(String name, String html) {
		return REFERENCE.matcher(html)
			.replaceAll((reference) -> reference.group(1) + Arrays.stream(reference.group(2).split(" "))
				.map((anchor) -> name + "--" + anchor)
				.collect(Collectors.joining(" ")) + reference.group(3) + "\"");
	}

}

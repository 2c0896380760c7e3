package academy.coldstart.project;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Requirements as pip reads them, each with an exact version.
 */
final class Requirements {

	private Requirements() {
	}

	static List<Library> parse(String text) {
		return entries(text).stream()
			.map((entry) -> new Library(entry.substring(0, entry.indexOf("==")).replaceAll("\\[.*]", ""),
					entry.substring(entry.indexOf("==") + 2)))
			.sorted(Comparator.comparing((library) -> library.name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	/**
	 * Write the requirements for the folder of a learner.
	 * @param text the requirements that functions run with
	 * @return the same without comments of their own
	 */
	static String file(String text) {
		return entries(text).stream()
			.collect(Collectors.joining("\n",
					"# What functions find when they run. What you add here is not installed there.\n", "\n"));
	}

	private static List<String> entries(String text) {
		return text.lines().map(String::strip).filter((line) -> line.contains("==") && !line.startsWith("#")).toList();
	}

}

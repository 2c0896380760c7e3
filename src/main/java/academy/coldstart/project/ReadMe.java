package academy.coldstart.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;

/**
 * Writes what a learner reads first in a downloaded folder.
 */
final class ReadMe {

	private static final Pattern LINK = Pattern.compile("]\\((lesson|exercise):([a-z0-9-]+)");

	/** The course's own notes: {@code ::: note Title}, lines, {@code :::}. */
	private static final Pattern NOTE = Pattern.compile("(?ms)^::: \\w+ ([^\\n]*)\\n(.*?)\\n:::$");

	private static final Pattern SIMULATOR = Pattern.compile("]\\(simulator:");

	private ReadMe() {
	}

	static String of(Exercise exercise, Language language, URI site) {
		String page = site + "/exercises/" + exercise.slug() + "?language=" + language.id();
		var handler = Objects.requireNonNull(exercise.handlers().get(language));
		return """
				# %1$s

				%2$s
				## Done when

				%3$s
				## Run the checks

				The function runs as `%4$s`; what it calls is in `%5$s`.

				- From your editor: in the folder of Coldstart, run `./coldstart check %6$s PATH --watch` with the path of
				  this folder. It checks again whenever you save. Nothing is handed in or counted.
				- To hand in: upload the files or a zip archive of this folder at %7$s.

				This file, `.coldstart/` and what describes the project to your IDE are left out when you do. Functions find
				the libraries listed at %8$s when they run; other libraries are not installed.
				"""
			.formatted(exercise.title(), instructions(exercise, site), conditions(exercise), handler.runtime(),
					handler.file(), exercise.slug(), page, site + "/libraries#" + language.id());
	}

	private static String instructions(Exercise exercise, URI site) {
		try {
			String text = Files.readString(exercise.directory().resolve("instructions.md"));
			String linked = LINK.matcher(text).replaceAll("](" + site + "/$1s/$2");
			String plain = NOTE.matcher(linked).replaceAll("**$1**\n\n$2");
			return SIMULATOR.matcher(plain).replaceAll("](" + site + "/simulators/");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String conditions(Exercise exercise) {
		return exercise.checks()
			.stream()
			.map((check) -> "- " + check.title() + (check.gate() ? " (must hold)" : "") + "\n")
			.collect(Collectors.joining());
	}

}

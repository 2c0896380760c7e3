package academy.coldstart.graders.borrowedbadge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Run;

/**
 * Keys in what was handed in, and in the variables of the function. The secrets are those
 * that AWS uses in its documentation.
 *
 * @param run the run
 */
record PlantedKeys(Run run) {

	private static final List<String> SECRETS = List.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
			"je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");

	/** Ids of access keys begin so. Source: IAM User Guide, IAM identifiers. */
	private static final Pattern KEY = Pattern
		.compile(SECRETS.stream().map(Pattern::quote).collect(Collectors.joining("|"))
				+ "|(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])");

	/**
	 * Demand that there is none.
	 * @throws LearnerFailure for the first
	 */
	void requireNone() {
		for (Map.Entry<String, byte[]> file : new TreeMap<>(this.run.sources()).entrySet()) {
			String text = new String(file.getValue(), StandardCharsets.ISO_8859_1);
			find(text).ifPresent((at) -> {
				int line = 1 + (int) text.substring(0, at.start()).chars().filter((one) -> one == '\n').count();
				throw LearnerFailure
					.because("%s still has a key in line %d: %s. Whoever reads the file can use it, and so can everybody "
							+ "who reads an older version of it.", file.getKey(), line, shown(at.group()))
					.expected("no key in any file")
					.observed("%s", shown(at.group()))
					.at(new Place(file.getKey(), line));
			});
		}
		requireCleanVariables();
	}

	private void requireCleanVariables() {
		var environment = this.run.function().configuration().environment();
		if (environment == null) {
			return;
		}
		environment.variables().forEach((name, value) -> find(value).ifPresent((at) -> {
			throw LearnerFailure
				.because("The environment variable %s of the function has a key: %s. Everybody who may read the "
						+ "configuration can use it.", name, shown(at.group()))
				.expected("no key in any variable")
				.observed("%s", shown(at.group()))
				.at(this.run.stack().place(this.run.function().name(), "Environment"));
		}));
	}

	private static Optional<Matcher> find(String text) {
		Matcher matcher = KEY.matcher(text);
		return matcher.find() ? Optional.of(matcher) : Optional.empty();
	}

	private static String shown(String key) {
		return "…" + key.substring(key.length() - 4);
	}

}

package academy.coldstart.submission;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the files that tools leave behind, and those that a download has for IDEs and
 * readers, which are no part of a solution.
 */
final class IgnoredFiles {

	private static final Set<String> NAMES = Set.of("__pycache__", "__MACOSX", ".DS_Store", "Thumbs.db", ".git", ".hg",
			".svn", "node_modules", "target", ".venv", ".idea", ".vscode", ".gradle", ".pytest_cache", ".mypy_cache",
			".ruff_cache", ".aws-sam", ".coldstart", "README.md", "pom.xml", "requirements.txt", "package-lock.json",
			".project", ".classpath", ".settings", ".python-version");

	private IgnoredFiles() {
	}

	static boolean isIgnored(String name) {
		return NAMES.contains(name) || name.startsWith("._");
	}

	/**
	 * Find the outermost ignored file or folder that a path lies in.
	 * @param path the path as stated
	 * @return the ignored file or folder, or empty when the path counts
	 */
	static Optional<String> root(String path) {
		String[] steps = path.split("/");
		for (int i = 0; i < steps.length; i++) {
			if (isIgnored(steps[i])) {
				return Optional.of(Arrays.stream(steps).limit(i + 1L).collect(Collectors.joining("/")));
			}
		}
		return Optional.empty();
	}

}

package academy.coldstart.course;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of lessons and exercises by the names in their folder names.
 *
 * @param lessons the folders {@code lessons/NN-slug}
 * @param exercises the folders {@code exercises/slug}
 */
record CourseFolders(Map<Slug, Path> lessons, Map<Slug, Path> exercises) {

	private static final Pattern NUMBERED = Pattern.compile("\\d{2}-(.+)");

	static CourseFolders find(CourseFiles files, ProblemLog problems) {
		return new CourseFolders(
				find(files, problems, Path.of("lessons"), CourseFolders::withoutNumber,
						"Name it by two digits and its slug, such as 08-idempotency."),
				find(files, problems, Path.of("exercises"), UnaryOperator.identity(),
						"Name it by its slug, such as charge-once."));
	}

	private static Map<Slug, Path> find(CourseFiles files, ProblemLog problems, Path parent,
			UnaryOperator<String> naming, String remedy) {
		Map<Slug, Path> folders = new TreeMap<>();
		for (Path folder : files.folders(parent)) {
			String name = naming.apply(folder.getFileName().toString());
			if (!Slug.isValid(name)) {
				problems.add(folder, 1, "This folder's name is not that of " + singular(parent) + ".", remedy);
			}
			else if (folders.putIfAbsent(new Slug(name), folder) != null) {
				problems.add(folder, 1, "There is another folder for '" + name + "'.", "Keep one of them.");
			}
		}
		return folders;
	}

	private static String withoutNumber(String name) {
		Matcher matcher = NUMBERED.matcher(name);
		return matcher.matches() ? matcher.group(1) : "";
	}

	private static String singular(Path parent) {
		String name = parent.toString();
		return name.equals("exercises") ? "an exercise" : "a lesson";
	}

	Path lesson(Slug slug) {
		return Objects.requireNonNull(this.lessons.get(slug));
	}

	Path exercise(Slug slug) {
		return Objects.requireNonNull(this.exercises.get(slug));
	}

	Optional<String> address(String kind, String name) {
		if (!Slug.isValid(name)) {
			return Optional.empty();
		}
		Map<Slug, Path> folders = kind.equals("lesson") ? this.lessons : this.exercises;
		return folders.containsKey(new Slug(name)) ? Optional.of("/" + kind + "s/" + name) : Optional.empty();
	}

}

package academy.coldstart.grading.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Slug;
import academy.coldstart.grader.Check;
import org.jspecify.annotations.Nullable;

/**
 * Finds the grader of an exercise by its name: {@code charge-once} is graded by
 * {@code academy.coldstart.graders.chargeonce.ChargeOnceGrader}.
 */
final class Graders {

	private static final String ROOT = "academy.coldstart.graders.";

	private Graders() {
	}

	/**
	 * Find the grader and see that it has exactly the checks of the exercise.
	 * @param exercise the exercise
	 * @return the class of the grader
	 * @throws IllegalStateException when there is none, or its checks differ
	 */
	static Class<?> find(Exercise exercise) {
		Class<?> grader = load(className(exercise.slug()));
		List<String> promised = exercise.checks().stream().map(CheckDefinition::id).sorted().toList();
		List<String> written = checks(grader);
		if (!promised.equals(written)) {
			throw new IllegalStateException("The exercise %s promises the checks %s, but its grader has %s"
				.formatted(exercise.slug(), promised, written));
		}
		return grader;
	}

	static String className(Slug slug) {
		String name = Arrays.stream(slug.value().split("-"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
		return ROOT + slug.value().replace("-", "") + "." + name + "Grader";
	}

	static List<String> checks(Class<?> grader) {
		return Arrays.stream(grader.getDeclaredMethods())
			.map((method) -> method.getAnnotation(Check.class))
			.filter(Graders::isPresent)
			.map(Check::value)
			.sorted()
			.toList();
	}

	private static boolean isPresent(@Nullable Check check) {
		return check != null;
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("There is no grader " + name, ex);
		}
	}

}

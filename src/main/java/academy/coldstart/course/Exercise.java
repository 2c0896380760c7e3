package academy.coldstart.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An exercise as its folder describes it.
 *
 * @param slug its name
 * @param id its id in the course plan, such as {@code E05}
 * @param version counts up when a verdict could change
 * @param title its title
 * @param lesson the lesson it belongs to
 * @param level the level from 1 (starter) to 3 (deep)
 * @param minutes how long it takes
 * @param graded whether its points count; the warm-up's do not
 * @param prerequisites exercises to do before
 * @param kind what is handed in
 * @param handlers where the handler is, by language
 * @param template the grader's own template within the folder, or null when the learner
 * writes {@code template.yaml}
 * @param services the AWS services it uses, by signing name
 * @param checks its checks in order
 * @param directory its folder
 * @param roles whether calls of its functions need the permission of their roles
 * @param dynamicReferences what a learner's template may take in while it is deployed,
 * such as {@code ssm:/larkspur/table}; a star at the end stands for anything
 */
public record Exercise(Slug slug, String id, int version, String title, Slug lesson, int level, int minutes,
		boolean graded, List<Slug> prerequisites, ExerciseKind kind, Map<Language, HandlerLocation> handlers,
		@Nullable Path template, Set<String> services, List<CheckDefinition> checks, Path directory, RoleMode roles,
		List<String> dynamicReferences) {

	/** The file with the template, where learners write it. */
	public static final String TEMPLATE = "template.yaml";

	/** The points from which an exercise counts as passed, if all gates hold. */
	public static final int PASS_MARK = 70;

	public Exercise {
		prerequisites = List.copyOf(prerequisites);
		handlers = Map.copyOf(handlers);
		services = Set.copyOf(services);
		checks = List.copyOf(checks);
		dynamicReferences = List.copyOf(dynamicReferences);
	}

	/**
	 * Create an exercise whose roles are open and whose templates take in nothing.
	 * @param slug its name
	 * @param id its id in the course plan
	 * @param version counts up when a verdict could change
	 * @param title its title
	 * @param lesson the lesson it belongs to
	 * @param level the level
	 * @param minutes how long it takes
	 * @param graded whether its points count
	 * @param prerequisites exercises to do before
	 * @param kind what is handed in
	 * @param handlers where the handler is, by language
	 * @param template the grader's own template, or null
	 * @param services the AWS services it uses
	 * @param checks its checks in order
	 * @param directory its folder
	 */
	public Exercise(Slug slug, String id, int version, String title, Slug lesson, int level, int minutes,
			boolean graded, List<Slug> prerequisites, ExerciseKind kind, Map<Language, HandlerLocation> handlers,
			@Nullable Path template, Set<String> services, List<CheckDefinition> checks, Path directory) {
		this(slug, id, version, title, lesson, level, minutes, graded, prerequisites, kind, handlers, template,
				services, checks, directory, RoleMode.OPEN, List.of());
	}

	public Set<Language> languages() {
		return this.handlers.keySet();
	}

	/**
	 * Return the checks that a review of this exercise can be about, in order.
	 * @return the checks that say so, else the first gate; none for a warm-up
	 */
	public List<CheckDefinition> reviewChecks() {
		if (!this.graded) {
			return List.of();
		}
		List<CheckDefinition> marked = this.checks.stream().filter(CheckDefinition::review).toList();
		return marked.isEmpty() ? this.checks.stream().filter(CheckDefinition::gate).limit(1).toList() : marked;
	}

}

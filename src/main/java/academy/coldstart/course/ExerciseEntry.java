package academy.coldstart.course;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The content of {@code exercise.yaml}.
 */
record ExerciseEntry(String id, String slug, int version, String title, String lesson, int level, int minutes,
		@Nullable Boolean graded, @Nullable List<String> prerequisites, String kind,
		Map<String, HandlerLocation> handlers, @Nullable String template, Set<String> services, @Nullable String roles,
		@Nullable List<String> dynamicReferences, List<CheckEntry> checks) {

	List<String> requires() {
		return (this.prerequisites != null) ? this.prerequisites : List.of();
	}

	Exercise toExercise(Slug slug, Path directory) {
		Path ownTemplate = (this.template != null) ? directory.resolve(this.template) : null;
		return new Exercise(slug, this.id, this.version, this.title, new Slug(this.lesson), this.level, this.minutes,
				!Boolean.FALSE.equals(this.graded), requires().stream().map(Slug::new).toList(),
				ExerciseKind.valueOf(this.kind.toUpperCase(Locale.ROOT)), locations(), ownTemplate, this.services,
				this.checks.stream().map(CheckEntry::toDefinition).toList(), directory,
				(this.roles != null) ? RoleMode.valueOf(this.roles.toUpperCase(Locale.ROOT)) : RoleMode.OPEN,
				(this.dynamicReferences != null) ? this.dynamicReferences : List.of());
	}

	private Map<Language, HandlerLocation> locations() {
		Map<Language, HandlerLocation> locations = new EnumMap<>(Language.class);
		this.handlers.forEach(
				(name, location) -> Language.find(name).ifPresent((language) -> locations.put(language, location)));
		return locations;
	}

	/**
	 * One of its checks.
	 */
	record CheckEntry(String id, String title, int points, @Nullable Boolean gate, @Nullable String visibility,
			List<String> hints, @Nullable Boolean review) {

		CheckDefinition toDefinition() {
			String seen = Optional.ofNullable(this.visibility).orElse("visible");
			return new CheckDefinition(this.id, this.title, this.points, Boolean.TRUE.equals(this.gate),
					CheckDefinition.Visibility.valueOf(seen.toUpperCase(Locale.ROOT)), this.hints,
					Boolean.TRUE.equals(this.review));
		}

	}

}

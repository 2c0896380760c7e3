package academy.coldstart.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.rendering.Fact;
import academy.coldstart.rendering.Page;

/**
 * A course that was read from its files and is kept in memory.
 */
final class FileCourse implements Course {

	private final CourseMap map;

	private final Map<Slug, Lesson> lessons;

	private final Map<Slug, ExerciseContent> contents;

	private final Map<String, Fact> facts;

	FileCourse(CourseMap map, Map<Slug, Lesson> lessons, Map<Slug, ExerciseContent> contents, Map<String, Fact> facts) {
		this.map = map;
		this.lessons = lessons;
		this.contents = contents;
		this.facts = facts;
	}

	@Override
	public CourseMap map() {
		return this.map;
	}

	@Override
	public Optional<Lesson> lesson(Slug slug) {
		return Optional.ofNullable(this.lessons.get(slug));
	}

	@Override
	public Optional<Exercise> exercise(Slug slug) {
		return Optional.ofNullable(this.contents.get(slug)).map(ExerciseContent::exercise);
	}

	@Override
	public List<Exercise> exercises() {
		return this.contents.values().stream().map(ExerciseContent::exercise).toList();
	}

	@Override
	public Page instructions(Exercise exercise) {
		return content(exercise).instructions();
	}

	@Override
	public SourceFiles starter(Exercise exercise, Language language) {
		SourceFiles starter = content(exercise).starters().get(language);
		if (starter == null) {
			throw new IllegalArgumentException(exercise.slug() + " has no starter in " + language.title());
		}
		return starter;
	}

	@Override
	public List<Solution> solutions(Exercise exercise) {
		return content(exercise).solutions();
	}

	@Override
	public List<Mistake> mistakes(Exercise exercise) {
		return content(exercise).mistakes();
	}

	@Override
	public List<PreparedEvent> events(Exercise exercise) {
		return content(exercise).events();
	}

	@Override
	public Optional<Fact> fact(String name) {
		return Optional.ofNullable(this.facts.get(name));
	}

	private ExerciseContent content(Exercise exercise) {
		ExerciseContent content = this.contents.get(exercise.slug());
		if (content == null) {
			throw new IllegalArgumentException("This course has no exercise " + exercise.slug());
		}
		return content;
	}

}

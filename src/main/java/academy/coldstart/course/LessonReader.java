package academy.coldstart.course;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.quiz.Question;
import academy.coldstart.rendering.PageRenderer;
import academy.coldstart.rendering.PageSource;
import academy.coldstart.rendering.RenderedPage;

/**
 * Reads lessons: a head in YAML between two lines of three hyphens, then Markdown.
 */
final class LessonReader {

	/**
	 * Technical prose is read slowly, and the questions in it want an answer: with 100
	 * words a minute their time is in.
	 */
	private static final int WORDS_PER_MINUTE = 100;

	private static final Pattern FORM = Pattern.compile("---\\R(.*?\\R)---[ \\t]*\\R(.*)", Pattern.DOTALL);

	private final CourseFiles files;

	private final CheckedYaml yaml;

	private final PageRenderer renderer;

	private final ProblemLog problems;

	LessonReader(CourseFiles files, CheckedYaml yaml, PageRenderer renderer, ProblemLog problems) {
		this.files = files;
		this.yaml = yaml;
		this.renderer = renderer;
		this.problems = problems;
	}

	Map<Slug, Lesson> read(Map<Slug, Path> folders) {
		Map<Slug, Lesson> lessons = new LinkedHashMap<>();
		folders.forEach((slug, folder) -> read(slug, folder.resolve("lesson.md"))
			.ifPresent((lesson) -> lessons.put(slug, lesson)));
		return lessons;
	}

	private Optional<Lesson> read(Slug slug, Path file) {
		Optional<String> text = this.files.text(file, "Write the lesson, or remove its folder.");
		if (text.isEmpty()) {
			return Optional.empty();
		}
		Matcher matcher = FORM.matcher(text.get());
		if (!matcher.matches()) {
			this.problems.add(file, 1, "The lesson has no head.",
					"Begin it with a line ---, then id, slug, title, summary and exercises, then a line ---.");
			return Optional.empty();
		}
		return this.yaml.check(file, matcher.group(1), 2, "lesson")
			.flatMap((head) -> lesson(slug, head, body(slug, file, text.get(), matcher.start(2))));
	}

	private static PageSource body(Slug slug, Path file, String text, int start) {
		int line = 1 + (int) text.substring(0, start).lines().count();
		return new PageSource(file, text.substring(start), line, "/lessons/" + slug);
	}

	private Optional<Lesson> lesson(Slug slug, YamlFile yaml, PageSource body) {
		Head head = yaml.as(Head.class);
		if (!head.slug().equals(slug.value())) {
			this.problems.add(yaml.file(), yaml.line(List.of("slug")),
					"The slug is '" + head.slug() + "', but the folder's name says '" + slug + "'.",
					"Make them the same.");
		}
		RenderedPage rendered = this.renderer.render(body);
		this.problems.addAll(rendered.problems());
		int minutes = Math.max(1, Math.ceilDiv(rendered.page().words(), WORDS_PER_MINUTE));
		List<Slug> exercises = head.exercises().stream().map(Slug::new).toList();
		return Optional.of(new Lesson(slug, head.id(), head.title(), head.summary(), minutes, rendered.page(),
				exercises, review(slug, yaml.file().resolveSibling("review.md"))));
	}

	// Questions for reviews stand in a file of their own, so that no page shows them.
	private List<Question> review(Slug slug, Path file) {
		Optional<String> text = this.files.exists(file) ? this.files.text(file, "") : Optional.empty();
		return text.map((content) -> {
			RenderedPage rendered = this.renderer.render(new PageSource(file, content, 1, "/lessons/" + slug));
			this.problems.addAll(rendered.problems());
			if (rendered.page().questions().isEmpty()) {
				this.problems.add(file, 1, "This file asks no question.", "Write '::: question', or remove the file.");
			}
			return rendered.page().questions();
		}).orElse(List.of());
	}

	private record Head(String id, String slug, String title, String summary, List<String> exercises) {
	}

}

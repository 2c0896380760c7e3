package academy.coldstart.submission.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.GivenCode;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Solution;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.web.ExercisePage.LanguageTab;
import academy.coldstart.submission.web.SolutionsPage.Entry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts pages of solutions together. They open when the exercise is passed, and on request
 * after two attempts.
 */
@Component
class SolutionsPages {

	private static final int TRIES = 2;

	private static final Pattern LANGUAGE = Pattern.compile("-(node|java|python)$");

	private final Course course;

	private final Submissions submissions;

	private final LearnerProgress progress;

	SolutionsPages(Course course, Submissions submissions, LearnerProgress progress) {
		this.course = course;
		this.submissions = submissions;
		this.progress = progress;
	}

	SolutionsPage page(Exercise exercise, Language language, boolean reveal) {
		String address = "/exercises/" + exercise.slug();
		String here = address + "/solutions?language=" + language.id();
		List<Attempt> attempts = this.progress.attempts(exercise.slug());
		boolean tried = count(attempts, Standing.NOT_PASSED) >= TRIES;
		boolean open = count(attempts, Standing.PASSED) > 0 || (tried && reveal);
		Optional<SourceFiles> own = this.submissions.latest(exercise.slug(), language).map(Submission::files);
		return new SolutionsPage(exercise.title(), address + "?language=" + language.id(),
				tabs(exercise, language, reveal), open ? null : closed(attempts),
				(!open && tried) ? here + "&reveal=true" : null, own.isPresent(),
				open ? entries(exercise, language, own.orElse(null)) : List.of());
	}

	private static List<LanguageTab> tabs(Exercise exercise, Language chosen, boolean reveal) {
		return exercise.languages()
			.stream()
			.sorted(Comparator.naturalOrder())
			.map((language) -> new LanguageTab(language.title(),
					"/exercises/" + exercise.slug() + "/solutions?language=" + language.id()
							+ (reveal ? "&reveal=true" : ""),
					language == chosen, true))
			.toList();
	}

	private static long count(List<Attempt> attempts, Standing standing) {
		return attempts.stream().filter((attempt) -> attempt.standing() == standing).count();
	}

	private static String closed(List<Attempt> attempts) {
		long made = count(attempts, Standing.NOT_PASSED);
		String told = switch ((int) Math.min(made, TRIES)) {
			case 0 -> "There is no graded attempt yet.";
			case 1 -> "There is one so far.";
			default -> "There are %,d.".formatted(made);
		};
		return "The solutions open when the exercise is passed, or on request after two attempts. " + told;
	}

	private List<Entry> entries(Exercise exercise, Language language, @Nullable SourceFiles own) {
		SourceFiles start = this.course.starter(exercise, language);
		return this.course.solutions(exercise)
			.stream()
			.filter((solution) -> solution.language() == language)
			.map((solution) -> entry(exercise, solution, (own != null) ? own : start))
			.toList();
	}

	private static Entry entry(Exercise exercise, Solution solution, SourceFiles own) {
		List<FileComparison> files = solution.files()
			.contents()
			.keySet()
			.stream()
			.filter((path) -> !GivenCode.includes(exercise, path))
			.map((path) -> FileComparison.of(path, text(own, path), text(solution.files(), path)))
			.sorted(Comparator.comparing((file) -> file.differences().isEmpty()))
			.toList();
		return new Entry(solution.name(), title(solution.name()), solution.explanation(), files);
	}

	private static String text(SourceFiles files, String path) {
		byte[] content = files.contents().get(path);
		return (content != null) ? new String(content, StandardCharsets.UTF_8) : "";
	}

	private static String title(String name) {
		String words = LANGUAGE.matcher(name).replaceFirst("").replace('-', ' ');
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

}

package academy.coldstart.grading.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.web.AttemptsPage.Row;
import academy.coldstart.grading.web.AttemptsPage.Version;
import academy.coldstart.grading.web.CheckCard.Link;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.PageNotFound;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts pages of all attempts at an exercise together.
 */
@Component
class AttemptsPages {

	private static final int STEP = 50;

	private final Versions versions;

	private final Gradings gradings;

	private final Submissions submissions;

	private final Drafts drafts;

	AttemptsPages(Versions versions, Gradings gradings, Submissions submissions, Drafts drafts) {
		this.versions = versions;
		this.gradings = gradings;
		this.submissions = submissions;
		this.drafts = drafts;
	}

	AttemptsPage page(String slug, int asked) {
		Exercise exercise = this.versions.exercise(slug);
		String here = "/exercises/" + exercise.slug() + "/attempts";
		int skip = Math.max(0, asked);
		int count = this.submissions.count(exercise.slug());
		List<GradingState> states = this.gradings.history(exercise.slug(), skip);
		return new AttemptsPage(exercise.title(), "/exercises/" + exercise.slug(), summary(count), here + "/comparison",
				rows(exercise, states, count - skip), choice(exercise, states, count - skip),
				(skip > 0) ? here + "?skip=" + Math.max(0, skip - STEP) : null,
				(count > skip + states.size()) ? here + "?skip=" + (skip + STEP) : null);
	}

	/**
	 * Make the files of an attempt the draft.
	 * @param id the submission
	 * @return the page of the exercise, in its language
	 */
	String take(SubmissionId id) {
		Submission submission = this.submissions.find(id)
			.orElseThrow(() -> new PageNotFound("There is no submission with this number."));
		this.drafts.take(submission);
		return "/exercises/" + submission.exercise() + "?language=" + submission.language().id();
	}

	private List<Row> rows(Exercise exercise, List<GradingState> states, int newest) {
		List<Language> drafted = this.versions.drafts(exercise);
		List<Row> rows = new ArrayList<>();
		for (GradingState state : states) {
			int number = newest - rows.size();
			rows.add(row(exercise, state, number, since(exercise, states, rows.size(), number), drafted));
		}
		return rows;
	}

	private Row row(Exercise exercise, GradingState state, int number, @Nullable Link since, List<Language> drafted) {
		Optional<Language> language = Language.find(state.language());
		String report = "/submissions/" + state.submission();
		Standing standing = Standing.of(state);
		return new Row("Attempt " + number, report, Moment.of(state.submittedAt(), ZoneId.systemDefault()),
				language.map(Language::title).orElse(state.language()), standing.id(), standing.word(),
				open(report, state), since,
				language.filter(drafted::contains)
					.map((known) -> comparison(exercise, state.submission().toString(), Versions.draft(known)))
					.orElse(null));
	}

	private @Nullable Link since(Exercise exercise, List<GradingState> states, int index, int number) {
		if (index + 1 >= states.size()) {
			return null;
		}
		return new Link("What changed since attempt " + (number - 1), comparison(exercise,
				states.get(index + 1).submission().toString(), states.get(index).submission().toString()));
	}

	private List<Version> choice(Exercise exercise, List<GradingState> states, int newest) {
		List<Version> choice = new ArrayList<>();
		for (GradingState state : states) {
			int index = choice.size();
			choice.add(new Version(state.submission().toString(), Versions.title(newest - index, state), index == 1,
					index == 0));
		}
		this.versions.drafts(exercise)
			.forEach((language) -> choice
				.add(new Version(Versions.draft(language), Versions.title(language), false, false)));
		return choice;
	}

	private static List<Link> open(String report, GradingState state) {
		return (state.report() == null) ? List.of()
				: state.report()
					.checks()
					.stream()
					.filter((check) -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.BLOCKED)
					.map((check) -> link(report, check))
					.toList();
	}

	private static Link link(String report, CheckResult check) {
		return new Link(CheckWord.of(check.outcome()).getWord() + ": " + VisibleText.line(check.title()),
				report + "#check-" + check.id());
	}

	private static String comparison(Exercise exercise, String from, String to) {
		return "/exercises/" + exercise.slug() + "/attempts/comparison?from=" + from + "&to=" + to;
	}

	private static String summary(int count) {
		return switch (count) {
			case 0 -> "Nothing was handed in for this exercise yet.";
			case 1 -> "There is one attempt. Every attempt stays here, with what was graded.";
			default -> "There are %,d attempts. Every attempt stays here, with what was graded.".formatted(count);
		};
	}

}

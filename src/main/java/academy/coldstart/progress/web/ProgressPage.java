package academy.coldstart.progress.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import academy.coldstart.progress.ExerciseProgress;
import academy.coldstart.progress.Practice;
import academy.coldstart.progress.ReviewProgress;
import academy.coldstart.ui.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What the page of progress shows.
 *
 * @param note what was done a moment ago, or not
 * @param summary one sentence on everything
 * @param rows the exercises by best practice
 */
record ProgressPage(@Nullable String note, String summary, List<Row> rows) {

	ProgressPage {
		rows = List.copyOf(rows);
	}

	static ProgressPage of(List<Practice> practices, @Nullable String note) {
		// An exercise of two lessons counts once.
		List<ExerciseProgress> all = practices.stream()
			.flatMap((practice) -> practice.exercises().stream())
			.distinct()
			.toList();
		long passed = all.stream().filter(ExerciseProgress::isPassed).count();
		String summary = (passed == all.size()) ? "All " + all.size() + " exercises are passed."
				: passed + " of " + all.size() + " exercises are passed.";
		return new ProgressPage(note, summary,
				practices.stream()
					.flatMap((practice) -> practice.exercises().stream().map((one) -> Row.of(practice, one)))
					.toList());
	}

	/**
	 * An exercise with its practice.
	 *
	 * @param practice the title of the lesson
	 * @param lesson the address of the lesson
	 * @param exercise the title of the exercise
	 * @param href the address of the exercise
	 * @param state for styles
	 * @param word how it stands
	 * @param attempts how many attempts have a verdict, and their most points
	 * @param passedAt when it was passed first
	 * @param hints how many of its hints were opened, when one was
	 * @param review how it stands with its reviews, before the day that it goes with
	 * @param reviewDay that day
	 */
	record Row(String practice, String lesson, String exercise, String href, String state, String word,
			@Nullable String attempts, @Nullable Moment passedAt, @Nullable String hints, @Nullable String review,
			@Nullable Moment reviewDay) {

		static Row of(Practice practice, ExerciseProgress one) {
			Instant passedAt = one.passedAt();
			return new Row(practice.title(), "/lessons/" + practice.lesson(), one.title(),
					"/exercises/" + one.exercise(), one.isPassed() ? "passed" : "waiting", word(one), attempts(one),
					(passedAt != null) ? Moment.of(passedAt, ZoneId.systemDefault()) : null,
					(one.hintsOpened() > 0) ? "Hints opened: " + one.hintsOpened() + " of " + one.hints() : null,
					review(one.review()), (one.review().day() != null) ? Moment.of(one.review().day()) : null);
		}

		private static @Nullable String attempts(ExerciseProgress one) {
			if (one.best() == null) {
				return null;
			}
			return ((one.attempts() == 1) ? "one attempt" : one.attempts() + " attempts") + ", at best " + one.best()
					+ " of 100 points";
		}

		private static @Nullable String review(ReviewProgress review) {
			return switch (review.state()) {
				case NONE -> null;
				case WAITING -> "Comes up for review on";
				case PUT_OFF -> "Review put off to";
				case DUE -> "To review, due since";
				case BEGUN -> "In review since";
				case DONE -> "Every review passed";
			};
		}

		private static String word(ExerciseProgress one) {
			if (one.isPassed()) {
				return "✓ Passed";
			}
			return (one.attempts() > 0) ? "Not passed yet" : "Not started";
		}

	}

}

package academy.coldstart.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.Reviews;
import academy.coldstart.submission.Drafts;

import org.springframework.stereotype.Service;

/**
 * Begins reviews that are due, and puts them off.
 */
@Service
public class ReviewDesk {

	/** For how many days "Not now" puts a review off. */
	static final int LATER = 3;

	private final Reviews reviews;

	private final ReviewBook book;

	private final CountedCheck counted;

	private final Course course;

	private final Drafts drafts;

	private final Clock clock;

	ReviewDesk(Reviews reviews, ReviewBook book, CountedCheck counted, Course course, Drafts drafts, Clock clock) {
		this.reviews = reviews;
		this.book = book;
		this.counted = counted;
		this.course = course;
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * Begin the review of an exercise that is due: its starter becomes the draft, and the
	 * draft a kept copy. One that was begun goes on as it is.
	 * @param exercise the exercise
	 * @return the language of the review, or empty when there is nothing to review
	 */
	public Optional<Language> begin(Exercise exercise) {
		return switch (this.reviews.standing(exercise)) {
			case ReviewStanding.Due due -> {
				this.book.begin(() -> begun(exercise, due.language()));
				yield Optional.of(due.language());
			}
			case ReviewStanding.UnderWay underWay -> Optional.of(underWay.language());
			case ReviewStanding.None none -> Optional.empty();
			case ReviewStanding.Waiting waiting -> Optional.empty();
			case ReviewStanding.Done done -> Optional.empty();
		};
	}

	/**
	 * Put off a review that is due, or that was begun and is not decided.
	 * @param exercise the exercise
	 */
	public void postpone(Exercise exercise) {
		ReviewStanding standing = this.reviews.standing(exercise);
		if (standing instanceof ReviewStanding.Due || standing instanceof ReviewStanding.UnderWay) {
			LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.systemDefault());
			this.book.postpone(exercise.slug(), today.plusDays(LATER));
		}
	}

	private BegunReview begun(Exercise exercise, Language language) {
		String check = this.counted.of(exercise).id();
		long revision = this.drafts.review(exercise, language, this.course.starter(exercise, language));
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return new BegunReview(exercise.slug(), language, check, revision, now);
	}

}

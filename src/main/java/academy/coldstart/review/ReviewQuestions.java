package academy.coldstart.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Lesson;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.Reviews;
import academy.coldstart.quiz.Question;

import org.springframework.stereotype.Service;

/**
 * Asks a question instead of beginning from the starter. Each review of an exercise asks
 * another one, as long as its lesson has another.
 */
@Service
public class ReviewQuestions {

	private final Reviews reviews;

	private final ReviewBook book;

	private final Course course;

	private final Clock clock;

	ReviewQuestions(Reviews reviews, ReviewBook book, Course course, Clock clock) {
		this.reviews = reviews;
		this.book = book;
		this.course = course;
		this.clock = clock;
	}

	/**
	 * Choose the question of the review that is due, or that was begun from the starter.
	 * @param exercise the exercise
	 * @return the question, or empty when no review is due or its lesson has none
	 */
	public Optional<Question> next(Exercise exercise) {
		return switch (this.reviews.standing(exercise)) {
			case ReviewStanding.Due due -> choose(exercise);
			case ReviewStanding.UnderWay underWay -> choose(exercise);
			case ReviewStanding.None none -> Optional.empty();
			case ReviewStanding.Waiting waiting -> Optional.empty();
			case ReviewStanding.Done done -> Optional.empty();
		};
	}

	private Optional<Question> choose(Exercise exercise) {
		List<Question> questions = this.course.lesson(exercise.lesson()).map(Lesson::review).orElse(List.of());
		return questions.isEmpty() ? Optional.empty()
				: Optional.of(questions.get(answered(exercise) % questions.size()));
	}

	private int answered(Exercise exercise) {
		return this.book.read(exercise.slug()).answered().size();
	}

	/**
	 * Let an answer decide the review, if it is the question of one that is due.
	 * @param exercise the exercise
	 * @param question the question
	 * @param right whether the answer is right
	 * @return whether it decided
	 */
	public boolean decide(Exercise exercise, Question question, boolean right) {
		int nth = answered(exercise) + 1;
		return next(exercise).filter((due) -> due.id().equals(question.id())).isPresent()
				&& this.book.answer(new AnsweredReview(exercise.slug(), nth, question.id(), right,
						this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
	}

	/**
	 * Return when an exercise comes up next.
	 * @param exercise the exercise
	 * @return the day, or empty when it does not come up any more
	 */
	public Optional<LocalDate> comesUp(Exercise exercise) {
		return (this.reviews.standing(exercise) instanceof ReviewStanding.Waiting waiting) ? Optional.of(waiting.due())
				: Optional.empty();
	}

}

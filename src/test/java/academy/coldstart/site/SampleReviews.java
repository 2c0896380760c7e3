package academy.coldstart.site;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.ReviewVerdict;
import academy.coldstart.course.Reviews;
import academy.coldstart.course.Slug;
import academy.coldstart.quiz.Question;
import academy.coldstart.review.ReviewDesk;
import academy.coldstart.review.ReviewQuestions;
import org.mockito.Mockito;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/**
 * Reviews in memory, as a test wants them.
 */
final class SampleReviews implements Reviews {

	static final LocalDate DAY = LocalDate.of(2026, 11, 24);

	private final Map<Slug, ReviewStanding> standings = new ConcurrentHashMap<>();

	private final Map<String, ReviewVerdict> verdicts = new ConcurrentHashMap<>();

	void due(Exercise exercise) {
		this.standings.put(exercise.slug(), new ReviewStanding.Due(DAY, Language.PYTHON));
	}

	void verdict(String submission, ReviewVerdict verdict) {
		this.verdicts.put(submission, verdict);
	}

	void forget() {
		this.standings.clear();
		this.verdicts.clear();
	}

	@Override
	public ReviewStanding standing(Exercise exercise) {
		return this.standings.getOrDefault(exercise.slug(), new ReviewStanding.None());
	}

	@Override
	public Optional<ReviewVerdict> verdict(Exercise exercise, String submission) {
		return Optional.ofNullable(this.verdicts.get(submission));
	}

	ReviewQuestions asQuestions(Course course) {
		ReviewQuestions questions = Mockito.mock(ReviewQuestions.class);
		given(questions.next(any())).willAnswer((call) -> next(course, call.getArgument(0)));
		given(questions.decide(any(), any(), anyBoolean())).willAnswer((call) -> {
			Exercise exercise = call.getArgument(0);
			boolean due = next(course, exercise).isPresent();
			if (due) {
				this.standings.put(exercise.slug(), new ReviewStanding.Waiting(DAY.plusDays(10), false));
			}
			return due;
		});
		given(questions.comesUp(any())).willReturn(Optional.of(DAY.plusDays(10)));
		return questions;
	}

	private Optional<Question> next(Course course, Exercise exercise) {
		return (standing(exercise) instanceof ReviewStanding.Due)
				? course.lesson(exercise.lesson()).map((lesson) -> lesson.review().getFirst()) : Optional.empty();
	}

	ReviewDesk asDesk(SampleDrafts drafts) {
		ReviewDesk desk = Mockito.mock(ReviewDesk.class);
		given(desk.begin(any())).willAnswer((call) -> {
			Exercise exercise = call.getArgument(0);
			drafts.startOver(exercise, Language.PYTHON);
			this.standings.put(exercise.slug(),
					new ReviewStanding.UnderWay(DAY.plusDays(2), Language.PYTHON, exercise.checks().getFirst()));
			return Optional.of(Language.PYTHON);
		});
		willAnswer((call) -> this.standings.put(call.<Exercise>getArgument(0).slug(),
				new ReviewStanding.Waiting(DAY.plusDays(5), true)))
			.given(desk)
			.postpone(any());
		return desk;
	}

}

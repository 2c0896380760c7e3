package academy.coldstart.review.web;

import java.util.List;
import java.util.Map;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Lesson;
import academy.coldstart.course.Slug;
import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.Reply.Standing;
import academy.coldstart.review.ReviewQuestions;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.PageNotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks the question of a review, whose first answer decides.
 */
@Controller
class ReviewQuestionController {

	private final Course course;

	private final ReviewQuestions questions;

	ReviewQuestionController(Course course, ReviewQuestions questions) {
		this.course = course;
		this.questions = questions;
	}

	@GetMapping("/exercises/{slug}/review/question")
	String ask(@PathVariable String slug, @Nullable CsrfToken proof, Model model) {
		Exercise exercise = exercise(slug);
		return this.questions.next(exercise)
			.map((question) -> show(model, exercise, html(exercise, question, proof, Answer.NONE), List.of()))
			.orElseGet(() -> "redirect:/exercises/" + exercise.slug());
	}

	@PostMapping("/exercises/{slug}/review/questions/{question}")
	String answer(@PathVariable String slug, @PathVariable String question,
			@RequestParam MultiValueMap<String, String> form, @Nullable CsrfToken proof, Model model) {
		Exercise exercise = exercise(slug);
		Question asked = lesson(exercise).reviewQuestion(question)
			.orElseThrow(() -> new PageNotFound("This lesson has no such question for reviews."));
		Answer answer = Answer.of(form);
		Standing standing = asked.reply(answer).standing();
		List<String> says = (standing != Standing.OPEN) ? decide(exercise, asked, standing == Standing.RIGHT)
				: List.of();
		return show(model, exercise, html(exercise, asked, proof, answer), says);
	}

	private List<String> decide(Exercise exercise, Question question, boolean right) {
		if (!this.questions.decide(exercise, question, right)) {
			return List
				.of("No review asks this now: it was answered already, or is not due. This answer is not recorded.");
		}
		String next = this.questions.comesUp(exercise)
			.map((day) -> "The exercise comes up for review again on " + Moment.of(day).text() + ".")
			.orElse("It was the last review of this exercise.");
		return List.of(right ? "The review is passed." : "The review is not passed. What you reached stays.", next);
	}

	private static String html(Exercise exercise, Question question, @Nullable CsrfToken proof, Answer answer) {
		Map<String, String> fields = (proof != null) ? Map.of(proof.getParameterName(), proof.getToken()) : Map.of();
		return question.decidingHtml("/exercises/" + exercise.slug() + "/review/questions/" + question.id(), fields,
				answer);
	}

	private String show(Model model, Exercise exercise, String html, List<String> says) {
		String address = "/exercises/" + exercise.slug();
		Lesson lesson = lesson(exercise);
		model.addAttribute("page",
				new QuestionPage(exercise.title(), address, lesson.title(), "/lessons/" + lesson.slug(), html, says));
		model.addAttribute("crumbs",
				List.of(Breadcrumb.COURSE, new Breadcrumb(exercise.title(), address), Breadcrumb.here("Review")));
		return "review/question";
	}

	private Lesson lesson(Exercise exercise) {
		return this.course.lesson(exercise.lesson())
			.orElseThrow(() -> new PageNotFound("The lesson of this exercise is gone."));
	}

	private Exercise exercise(String slug) {
		return Slug.find(slug)
			.flatMap(this.course::exercise)
			.orElseThrow(() -> new PageNotFound("There is no exercise with this name."));
	}

	/**
	 * What the page of a review's question shows.
	 *
	 * @param exercise the title of the exercise
	 * @param href the page of the exercise
	 * @param lesson the title of its lesson
	 * @param lessonHref the page of its lesson
	 * @param html the question with the reply
	 * @param says what the answer decided, in sentences; empty as long as nothing is
	 * decided
	 */
	record QuestionPage(String exercise, String href, String lesson, String lessonHref, String html,
			List<String> says) {

		QuestionPage {
			says = List.copyOf(says);
		}

	}

}

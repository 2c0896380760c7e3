package academy.coldstart.course.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.Reviews;
import academy.coldstart.ui.Moment;

/**
 * An exercise on the home page that is to be reviewed.
 *
 * @param title its title
 * @param address its address
 * @param href its page in the language of the review
 * @param language the title of the language of the review
 * @param since the day since which it is due, or on which its review was begun
 * @param begun whether its review was begun
 * @param asks whether a question can be answered instead
 */
record ReviewBlock(String title, String address, String href, String language, Moment since, boolean begun,
		boolean asks) {

	static List<ReviewBlock> of(Course course, Reviews reviews) {
		List<ReviewBlock> blocks = new ArrayList<>();
		for (Exercise exercise : course.exercises()) {
			boolean asks = course.lesson(exercise.lesson()).filter((lesson) -> !lesson.review().isEmpty()).isPresent();
			switch (reviews.standing(exercise)) {
				case ReviewStanding.Due due -> blocks.add(of(exercise, due.language(), due.since(), false, asks));
				case ReviewStanding.UnderWay begun ->
					blocks.add(of(exercise, begun.language(), begun.since(), true, asks));
				case ReviewStanding.None none -> {
				}
				case ReviewStanding.Waiting waiting -> {
				}
				case ReviewStanding.Done done -> {
				}
			}
		}
		blocks.sort(Comparator.comparing((block) -> block.since().machine()));
		return List.copyOf(blocks);
	}

	private static ReviewBlock of(Exercise exercise, Language language, LocalDate since, boolean begun, boolean asks) {
		String address = "/exercises/" + exercise.slug();
		return new ReviewBlock(exercise.title(), address, address + "?language=" + language.id(), language.title(),
				Moment.of(since), begun, asks);
	}

}

package academy.coldstart.course;

import java.util.Optional;

/**
 * What comes up for review. Answered by the module that plans reviews, so that the pages
 * of the course, of exercises and of reports need not know it.
 */
public interface Reviews {

	/**
	 * Say how an exercise stands with its reviews today.
	 * @param exercise the exercise
	 * @return where it stands
	 */
	ReviewStanding standing(Exercise exercise);

	/**
	 * Say what an attempt meant for a review.
	 * @param exercise the exercise
	 * @param submission the id of the attempt
	 * @return its verdict, or empty when it was not part of a review
	 */
	Optional<ReviewVerdict> verdict(Exercise exercise, String submission);

}

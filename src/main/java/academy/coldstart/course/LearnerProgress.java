package academy.coldstart.course;

import java.util.List;

/**
 * What the learner did so far. Answered by the module that grades, so that the course
 * pages need not know it.
 */
public interface LearnerProgress {

	/**
	 * Return the attempts at an exercise, newest first.
	 * @param exercise the exercise
	 * @return all of them
	 */
	List<Attempt> attempts(Slug exercise);

}

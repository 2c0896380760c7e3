package academy.coldstart.progress;

import java.time.LocalDate;

import academy.coldstart.course.ReviewStanding;
import org.jspecify.annotations.Nullable;

/**
 * How an exercise stands with its reviews.
 *
 * @param state where it stands
 * @param day the day on which it comes up, since which it is due, or on which its review
 * was begun
 */
public record ReviewProgress(State state, @Nullable LocalDate day) {

	static ReviewProgress of(ReviewStanding standing) {
		return switch (standing) {
			case ReviewStanding.None none -> new ReviewProgress(State.NONE, null);
			case ReviewStanding.Waiting waiting ->
				new ReviewProgress(waiting.postponed() ? State.PUT_OFF : State.WAITING, waiting.due());
			case ReviewStanding.Due due -> new ReviewProgress(State.DUE, due.since());
			case ReviewStanding.UnderWay underWay -> new ReviewProgress(State.BEGUN, underWay.since());
			case ReviewStanding.Done done -> new ReviewProgress(State.DONE, null);
		};
	}

	/**
	 * Where an exercise stands with its reviews.
	 */
	public enum State {

		/** There is nothing to review. */
		NONE,

		/** It comes up later. */
		WAITING,

		/** The learner put it off. */
		PUT_OFF,

		/** It is to be reviewed. */
		DUE,

		/** Its review was begun. */
		BEGUN,

		/** All its reviews were passed. */
		DONE

	}

}

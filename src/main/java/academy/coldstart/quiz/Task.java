package academy.coldstart.quiz;

/**
 * How a question is answered, and what answers are worth.
 */
public sealed interface Task permits Choice, Listing, Amount, Sequence {

	/**
	 * Say what an answer is worth.
	 * @param answer the answer
	 * @return the reply, with an explanation of every option once there is an answer
	 */
	Reply reply(Answer answer);

}

package academy.coldstart.authorization;

/**
 * A statement that would have allowed a request but for one thing.
 *
 * @param statement the statement
 * @param missing what did not fit
 * @param text what did not fit, as a sentence: {@code It allows the action on …}
 */
public record NearMiss(StatementRef statement, Missing missing, String text) {

	/**
	 * What did not fit, the closest first.
	 */
	public enum Missing {

		/** A condition does not hold. */
		CONDITION,

		/** It is about other resources. */
		RESOURCE,

		/** It is about other actions of the service. */
		ACTION

	}

}

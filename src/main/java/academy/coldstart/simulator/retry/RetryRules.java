package academy.coldstart.simulator.retry;

/**
 * When a way of invoking calls the handler again.
 */
interface RetryRules {

	/**
	 * Tell what becomes of one event.
	 * @param handler how the handler fares
	 * @return the story
	 */
	Story tell(Handler handler);

}

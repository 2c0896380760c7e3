package academy.coldstart.endstate;

/**
 * What was in a resource of a stack.
 */
public sealed interface ResourceState permits TableState, QueueState, BucketState, UnreadState {

	/**
	 * Return its name in the template.
	 * @return the logical id, the same in every run
	 */
	String logicalId();

	/**
	 * Return its name in AWS.
	 * @return the physical name, another one in every run
	 */
	String name();

}

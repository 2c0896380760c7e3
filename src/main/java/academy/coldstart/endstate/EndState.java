package academy.coldstart.endstate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was in the tables, queues and buckets of a stack when the run with one seed had
 * ended. Lists are in the order of the logical ids.
 *
 * @param contract the version of this contract
 * @param seed the seed of the run
 * @param tables the DynamoDB tables
 * @param queues the SQS queues
 * @param buckets the S3 buckets
 * @param unread what the stack has of these, and could not be read
 */
public record EndState(int contract, long seed, List<TableState> tables, List<QueueState> queues,
		List<BucketState> buckets, List<UnreadState> unread) {

	/** The version of the contract that this code writes. */
	public static final int CONTRACT = 1;

	public EndState {
		tables = List.copyOf(tables);
		queues = List.copyOf(queues);
		buckets = List.copyOf(buckets);
		unread = List.copyOf(unread);
	}

	/**
	 * Create a state of a stack.
	 * @param seed the seed of the run
	 * @param resources its tables, queues and buckets, in any order
	 * @return the state
	 */
	public static EndState of(long seed, List<? extends ResourceState> resources) {
		List<ResourceState> sorted = resources.stream()
			.<ResourceState>map((resource) -> resource)
			.sorted(Comparator.comparing(ResourceState::logicalId))
			.toList();
		return new EndState(CONTRACT, seed, all(TableState.class, sorted), all(QueueState.class, sorted),
				all(BucketState.class, sorted), all(UnreadState.class, sorted));
	}

	private static <T> List<T> all(Class<T> type, List<ResourceState> resources) {
		return resources.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Return everything in it.
	 * @return tables, queues, buckets, then what could not be read
	 */
	public List<ResourceState> resources() {
		return Stream.of(this.tables.stream(), this.queues.stream(), this.buckets.stream(), this.unread.stream())
			.<ResourceState>flatMap((states) -> states)
			.toList();
	}

	/**
	 * Find what says most of that in which two states differ: a resource that one lacks
	 * comes before a number, a number before an entry, an entry before a value. Resources
	 * are the same by their logical ids, whatever they are called in AWS; values are
	 * compared as they are, so that those that differ in any two runs, such as times,
	 * count as differences. What could not be read, or was not kept, is no difference.
	 * @param expected the one state
	 * @param actual the other state
	 * @return the differences of the first resource or entry that differs; empty when
	 * there are none to be seen
	 */
	public static List<Difference> firstDifferences(EndState expected, EndState actual) {
		return new Comparison(expected, actual).first();
	}

}

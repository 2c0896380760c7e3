package academy.coldstart.endstate;

import java.util.Map;
import java.util.Optional;

/**
 * What is in a resource, in one form for tables, queues and buckets.
 *
 * @param kind what the resource is called, such as {@code table}
 * @param settings what it is like, by name
 * @param numbers how much is in it, by name
 * @param noun what one entry is called, such as {@code item}
 * @param entries its entries
 */
record Contents(String kind, Map<String, String> settings, Map<String, String> numbers, String noun,
		Kept<Entry> entries) {

	static Optional<Contents> of(ResourceState resource) {
		return switch (resource) {
			case TableState table -> Optional.of(table.contents());
			case QueueState queue -> Optional.of(queue.contents());
			case BucketState bucket -> Optional.of(bucket.contents());
			case UnreadState unread -> Optional.empty();
		};
	}

	/**
	 * Something in a resource.
	 *
	 * @param id what it is known by within its resource
	 * @param values what it consists of, by name, in a fixed order
	 */
	record Entry(String id, Map<String, String> values) {
	}

}

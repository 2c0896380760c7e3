package academy.coldstart.endstate;

import java.util.List;

/**
 * What was in a DynamoDB table.
 *
 * @param logicalId its name in the template
 * @param name its name in AWS
 * @param key the attributes of its primary key, the partition key first
 * @param items its items, in the order of their keys
 */
public record TableState(String logicalId, String name, List<KeyPart> key, Kept<Item> items) implements ResourceState {

	public TableState {
		key = List.copyOf(key);
	}

	/**
	 * An attribute of a primary key.
	 *
	 * @param name its name
	 * @param role {@code HASH} or {@code RANGE}
	 * @param type {@code S}, {@code N} or {@code B}
	 */
	public record KeyPart(String name, String role, String type) {
	}

	/**
	 * An item.
	 *
	 * @param key its primary key in AWS JSON, such as {@code {"pk":{"S":"o-17"}}}
	 * @param attributes its other attributes, in the order of their names
	 */
	public record Item(Excerpt key, Kept<Attribute> attributes) {
	}

}

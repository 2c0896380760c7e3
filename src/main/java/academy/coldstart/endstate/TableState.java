package academy.coldstart.endstate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

	Contents contents() {
		return new Contents("table",
				Map.of("key", this.key.stream().map(KeyPart::toString).collect(Collectors.joining(", "))),
				Map.of("items", this.items.number()), "item", this.items.map(Item::entry));
	}

	/**
	 * An attribute of a primary key.
	 *
	 * @param name its name
	 * @param role {@code HASH} or {@code RANGE}
	 * @param type {@code S}, {@code N} or {@code B}
	 */
	public record KeyPart(String name, String role, String type) {

		@Override
		public String toString() {
			return this.name + " (" + this.role + ", " + this.type + ")";
		}

	}

	/**
	 * An item.
	 *
	 * @param key its primary key in AWS JSON, such as {@code {"pk":{"S":"o-17"}}}
	 * @param attributes its other attributes, in the order of their names
	 */
	public record Item(Excerpt key, Kept<Attribute> attributes) {

		private Contents.Entry entry() {
			Map<String, String> values = new LinkedHashMap<>();
			this.attributes.first().forEach((one) -> values.put(one.name(), one.value().distinct()));
			return new Contents.Entry(this.key.distinct(), values);
		}

	}

}

package academy.coldstart.grader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * A DynamoDB table of the deployed stack.
 */
public final class Table {

	private final Run run;

	private final String name;

	Table(Run run, String name) {
		this.run = run;
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Read all items, strongly consistent.
	 * @return the items
	 */
	public List<Map<String, AttributeValue>> items() {
		return this.run.aws()
			.dynamoDb()
			.scanPaginator((request) -> request.tableName(this.name).consistentRead(true))
			.items()
			.stream()
			.toList();
	}

	/**
	 * Read an item, strongly consistent.
	 * @param key its key
	 * @return the item, or empty
	 */
	public Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
		GetItemResponse response = this.run.aws()
			.dynamoDb()
			.getItem((request) -> request.tableName(this.name).key(key).consistentRead(true));
		return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
	}

	/**
	 * Read the items of which any attribute, also nested ones, contains a text: for
	 * checks that do not prescribe how items look.
	 * @param text the text, such as an order id
	 * @return the items
	 */
	public List<Map<String, AttributeValue>> itemsMentioning(String text) {
		return items().stream()
			.filter((item) -> item.values().stream().anyMatch((value) -> mentions(value, text)))
			.toList();
	}

	/**
	 * Put an item.
	 * @param item the item
	 * @param text what is done, for the timeline
	 */
	public void put(Map<String, AttributeValue> item, String text) {
		this.run.act(text,
				() -> this.run.aws().dynamoDb().putItem((request) -> request.tableName(this.name).item(item)));
	}

	private static boolean mentions(AttributeValue value, String text) {
		return switch (value.type()) {
			case S -> value.s().contains(text);
			case N -> value.n().equals(text);
			case SS -> value.ss().stream().anyMatch((one) -> one.contains(text));
			case B -> value.b().asString(StandardCharsets.ISO_8859_1).contains(text);
			case L -> value.l().stream().anyMatch((one) -> mentions(one, text));
			case M -> value.m().values().stream().anyMatch((one) -> mentions(one, text));
			case NS, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> false;
		};
	}

}

package academy.coldstart.grading.endstate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.Kept;
import academy.coldstart.endstate.TableState;
import academy.coldstart.endstate.TableState.Item;
import academy.coldstart.endstate.TableState.KeyPart;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Reads tables. A page of a scan has 1 MB at most (documentation of DynamoDB, Scan), and
 * only so many pages are read.
 */
final class TableReader {

	/** How many items of a table are kept. */
	static final int ITEMS = 50;

	/** How many attributes of an item are kept, besides its key. */
	static final int ATTRIBUTES = 30;

	private static final int PAGES = 4;

	private final DynamoDbClient dynamoDb;

	private final Budget budget;

	TableReader(DynamoDbClient dynamoDb, Budget budget) {
		this.dynamoDb = dynamoDb;
		this.budget = budget;
	}

	TableState read(String logicalId, String name) {
		TableDescription table = this.dynamoDb.describeTable((request) -> request.tableName(name)).table();
		List<KeyPart> key = key(table);
		List<Map<String, AttributeValue>> items = new ArrayList<>();
		boolean whole = scan(name, items);
		long count = whole ? items.size() : Math.max(items.size(), table.itemCount());
		return new TableState(logicalId, name, key, new Kept<>(sorted(items, key), count, whole));
	}

	private static List<KeyPart> key(TableDescription table) {
		Map<String, String> types = table.attributeDefinitions()
			.stream()
			.collect(Collectors.toMap(AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
		return table.keySchema()
			.stream()
			.sorted(Comparator.comparing(KeySchemaElement::keyTypeAsString))
			.map((element) -> new KeyPart(element.attributeName(), element.keyTypeAsString(),
					types.getOrDefault(element.attributeName(), "")))
			.toList();
	}

	private boolean scan(String name, List<Map<String, AttributeValue>> items) {
		Map<String, AttributeValue> last = Map.of();
		for (int page = 0; page < PAGES; page++) {
			Map<String, AttributeValue> start = last;
			ScanResponse response = this.dynamoDb.scan((request) -> request.tableName(name)
				.consistentRead(true)
				.exclusiveStartKey(start.isEmpty() ? null : start));
			items.addAll(response.items());
			last = response.lastEvaluatedKey();
			if (last.isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private List<Item> sorted(List<Map<String, AttributeValue>> items, List<KeyPart> key) {
		Map<String, Map<String, AttributeValue>> byKey = new TreeMap<>();
		items.forEach((item) -> byKey.put(AwsJson.write(part(item, key)), item));
		List<Item> kept = new ArrayList<>();
		byKey.forEach((text, item) -> {
			if (kept.size() < ITEMS && !this.budget.isSpent()) {
				kept.add(item(text, item, key));
			}
		});
		return kept;
	}

	private static Map<String, AttributeValue> part(Map<String, AttributeValue> item, List<KeyPart> key) {
		Map<String, AttributeValue> part = new LinkedHashMap<>();
		key.forEach((one) -> part.put(one.name(), item.getOrDefault(one.name(), AttributeValue.fromNul(true))));
		return part;
	}

	private Item item(String key, Map<String, AttributeValue> item, List<KeyPart> parts) {
		Map<String, AttributeValue> others = new TreeMap<>(item);
		parts.forEach((part) -> others.remove(part.name()));
		List<Attribute> attributes = new ArrayList<>();
		others.forEach((name, value) -> {
			if (attributes.size() < ATTRIBUTES) {
				attributes.add(new Attribute(this.budget.name(name), this.budget.excerpt(AwsJson.write(value))));
			}
		});
		return new Item(this.budget.excerpt(key), new Kept<>(attributes, others.size(), true));
	}

}

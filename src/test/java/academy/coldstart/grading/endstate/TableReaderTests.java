package academy.coldstart.grading.endstate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.TableState;
import academy.coldstart.endstate.TableState.KeyPart;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import static org.assertj.core.api.Assertions.assertThat;

class TableReaderTests {

	@Test
	void readsKeyItemsAndAttributesInOrder() {
		TableState table = read(List.of(Map.of("pk", s("b"), "sk", n(2), "z", AttributeValue.fromBool(true), "a",
				AttributeValue.fromSs(List.of("y", "x"))), Map.of("pk", s("a"), "sk", n(1))), 10);
		assertThat(table.key()).containsExactly(new KeyPart("pk", "HASH", "S"), new KeyPart("sk", "RANGE", "N"));
		assertThat(table.items().count()).isEqualTo(2);
		assertThat(table.items().complete()).isTrue();
		assertThat(table.items().first()).extracting((item) -> item.key().text())
			.containsExactly("{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}",
					"{\"pk\":{\"S\":\"b\"},\"sk\":{\"N\":\"2\"}}");
		assertThat(table.items().first().getLast().attributes().first()).extracting(Attribute::name)
			.containsExactly("a", "z");
		assertThat(table.items().first().getLast().attributes().first()).extracting((one) -> one.value().text())
			.containsExactly("{\"SS\":[\"x\",\"y\"]}", "{\"BOOL\":true}");
	}

	@Test
	void writesEveryTypeAsTheApiDoes() {
		AttributeValue everything = AttributeValue.fromM(new HashMap<>(Map.of("s", s("\u0000\""), "n", n(1), "b",
				AttributeValue.fromB(SdkBytes.fromUtf8String("hi")), "l", AttributeValue.fromL(List.of(s("2"), s("1"))),
				"nul", AttributeValue.fromNul(true), "ns", AttributeValue.fromNs(List.of("2", "1")), "bs",
				AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("hi"))))));
		assertThat(AwsJson.write(everything)).isEqualTo("""
				{"M":{"b":{"B":"aGk="},"bs":{"BS":["aGk="]},"l":{"L":[{"S":"2"},{"S":"1"}]},"n":{"N":"1"},\
				"ns":{"NS":["1","2"]},"nul":{"NULL":true},"s":{"S":"\\u0000\\""}}}""");
	}

	@Test
	void keepsTheSameItemsInWhateverOrderTheyCome() {
		List<Map<String, AttributeValue>> items = new ArrayList<>();
		for (int number = 0; number < TableReader.ITEMS + 120; number++) {
			items.add(Map.of("pk", s("o-%03d".formatted(number)), "sk", n(number)));
		}
		TableState one = read(items, 1000);
		Collections.shuffle(items, new Random(7));
		TableState other = read(items, 1000);
		assertThat(one).isEqualTo(other);
		assertThat(one.items().first()).hasSize(TableReader.ITEMS);
		assertThat(one.items().more()).isEqualTo(120);
		assertThat(one.items().counted()).isTrue();
	}

	@Test
	void saysThatThereIsMoreThanItReads() {
		List<Map<String, AttributeValue>> items = Stream.iterate(0, (number) -> number + 1)
			.limit(100)
			.map((number) -> Map.of("pk", s("o-" + number), "sk", n(number)))
			.toList();
		TableState table = read(items, 10);
		assertThat(table.items().counted()).isFalse();
		assertThat(table.items().count()).isEqualTo(100);
		assertThat(table.items().first()).hasSize(40);
	}

	@Test
	void cutsLongValuesAndManyAttributes() {
		Map<String, AttributeValue> item = new HashMap<>(Map.of("pk", s("o-17"), "sk", n(1)));
		for (int number = 0; number < 100; number++) {
			item.put("a%03d".formatted(number), s("x".repeat(100_000)));
		}
		TableState table = read(List.of(item), 1);
		assertThat(table.items().first().getFirst().attributes().first()).hasSize(TableReader.ATTRIBUTES)
			.allSatisfy((one) -> {
				assertThat(one.value().text()).hasSize(Budget.TEXT);
				assertThat(one.value().bytes()).isEqualTo(100_008);
			});
		assertThat(table.items().first().getFirst().attributes().more()).isEqualTo(70);
	}

	@Test
	void keepsNoMoreThanARunMayHave() {
		List<Map<String, AttributeValue>> items = new ArrayList<>();
		for (int number = 0; number < TableReader.ITEMS; number++) {
			Map<String, AttributeValue> item = new HashMap<>(Map.of("pk", s("o-" + number), "sk", n(number)));
			for (int attribute = 0; attribute < TableReader.ATTRIBUTES; attribute++) {
				item.put("a" + attribute, s("x".repeat(Budget.TEXT)));
			}
			items.add(item);
		}
		TableState table = read(items, 1000);
		assertThat(table.items().first()).hasSizeLessThan(5);
		assertThat(table.items().count()).isEqualTo(TableReader.ITEMS);
	}

	private static TableState read(List<Map<String, AttributeValue>> items, int page) {
		return new TableReader(new Items(items, page), new Budget()).read("Ledger", "ledger-1");
	}

	private static AttributeValue s(String text) {
		return AttributeValue.fromS(text);
	}

	private static AttributeValue n(int number) {
		return AttributeValue.fromN(Integer.toString(number));
	}

	/**
	 * A table in pages.
	 *
	 * @param items its items
	 * @param page how many a page has
	 */
	private record Items(List<Map<String, AttributeValue>> items, int page) implements DynamoDbClient {

		@Override
		public DescribeTableResponse describeTable(DescribeTableRequest request) {
			return DescribeTableResponse.builder()
				.table((table) -> table.itemCount((long) this.items.size())
					.attributeDefinitions(definition("sk", ScalarAttributeType.N),
							definition("pk", ScalarAttributeType.S))
					.keySchema(element("sk", KeyType.RANGE), element("pk", KeyType.HASH)))
				.build();
		}

		private static AttributeDefinition definition(String name, ScalarAttributeType type) {
			return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
		}

		private static KeySchemaElement element(String name, KeyType type) {
			return KeySchemaElement.builder().attributeName(name).keyType(type).build();
		}

		@Override
		public ScanResponse scan(ScanRequest request) {
			assertThat(request.consistentRead()).isTrue();
			int start = request.hasExclusiveStartKey()
					? Integer.parseInt(Objects.requireNonNull(request.exclusiveStartKey().get("at")).n()) : 0;
			int end = Math.min(this.items.size(), start + this.page);
			ScanResponse.Builder response = ScanResponse.builder().items(this.items.subList(start, end));
			return ((end < this.items.size()) ? response.lastEvaluatedKey(Map.of("at", n(end))) : response).build();
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
		}

	}

}

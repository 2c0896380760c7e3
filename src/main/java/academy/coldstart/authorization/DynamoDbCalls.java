package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The permissions of calls of Amazon DynamoDB. Sources: Amazon DynamoDB Developer Guide,
 * Using IAM with DynamoDB transactions; IAM security policies with PartiQL; Using IAM
 * policy conditions for fine-grained access control.
 */
final class DynamoDbCalls {

	private static final Map<String, String> TRANSACTED = Map.of("Put", "PutItem", "Update", "UpdateItem", "Delete",
			"DeleteItem", "ConditionCheck", "ConditionCheckItem", "Get", "GetItem");

	private static final Pattern PARTIQL = Pattern.compile(
			"\\s*(?:EXISTS\\s*\\(\\s*)?(SELECT|INSERT|UPDATE|DELETE)\\b(?:.*?\\b(?:FROM|INTO)\\b)?\\s*\"?([A-Za-z0-9_.-]+)\"?(?:\\.\"?([A-Za-z0-9_.-]+)\"?)?.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** An iterator of a stream begins with the ARN of the stream. */
	private static final Pattern ITERATOR = Pattern
		.compile("arn:[^:]*:dynamodb:[^:]*:[^:]*:(table/[^|]+/stream/[^|]+)\\|.*");

	private DynamoDbCalls() {
	}

	static Optional<List<Need>> needs(ApiCall call, ResourceFacts facts) {
		return switch (call.operation()) {
			case "Query", "Scan" ->
				call.input().has("IndexName") ? Optional.of(List.of(index(call, facts))) : Optional.empty();
			case "GetRecords" -> records(call);
			case "TransactWriteItems", "TransactGetItems" -> Optional.of(transaction(call, facts));
			case "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction" -> Optional.of(partiQl(call));
			default -> Optional.empty();
		};
	}

	private static Optional<List<Need>> records(ApiCall call) {
		Matcher iterator = ITERATOR.matcher(call.input().path("ShardIterator").asString(""));
		return iterator.matches()
				? Optional.of(List.of(SpecialCalls.need("dynamodb:GetRecords", "arn:aws:dynamodb:%s:%s:%s"
					.formatted(call.scope().region(), call.scope().account(), iterator.group(1)))))
				: Optional.empty();
	}

	private static Need index(ApiCall call, ResourceFacts facts) {
		String table = table(call, call.input().path("TableName").asString(""));
		return new Need(new Permission("dynamodb:" + call.operation(),
				table + "/index/" + call.input().path("IndexName").asString("")), ServiceKeys.of(call, facts));
	}

	private static List<Need> transaction(ApiCall call, ResourceFacts facts) {
		List<Need> needs = new ArrayList<>();
		for (JsonNode item : call.input().path("TransactItems")) {
			item.properties().forEach((part) -> {
				String action = TRANSACTED.get(part.getKey());
				if (action != null) {
					String table = part.getValue().path("TableName").asString("");
					needs.add(new Need(new Permission("dynamodb:" + action, table(call, table)),
							keys(leading(part.getValue(), table, facts))));
				}
			});
		}
		return needs.stream().distinct().toList();
	}

	private static List<Need> partiQl(ApiCall call) {
		return Stream.of("Statement", "Statements[].Statement", "TransactStatements[].Statement")
			.flatMap((path) -> InputPath.values(call.input(), path).stream())
			.map(PARTIQL::matcher)
			.map((matcher) -> matcher.matches() ? statement(call, matcher)
					: SpecialCalls.need("dynamodb:PartiQLSelect", "*"))
			.distinct()
			.toList();
	}

	private static Need statement(ApiCall call, Matcher matcher) {
		String verb = matcher.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
				+ matcher.group(1).substring(1).toLowerCase(Locale.ROOT);
		String index = (matcher.group(3) != null) ? "/index/" + matcher.group(3) : "";
		return SpecialCalls.need("dynamodb:PartiQL" + verb, table(call, matcher.group(2)) + index);
	}

	private static String table(ApiCall call, String name) {
		return name.startsWith("arn:") ? name
				: "arn:aws:dynamodb:%s:%s:table/%s".formatted(call.scope().region(), call.scope().account(), name);
	}

	/**
	 * Find the partition keys that a call reads or writes.
	 * @param call the call
	 * @param facts knows the keys of tables
	 * @return the values of {@code dynamodb:LeadingKeys}, or null when the call names
	 * none
	 */
	static @Nullable List<String> leadingKeys(ApiCall call, ResourceFacts facts) {
		List<String> found = new ArrayList<>();
		String table = call.input().path("TableName").asString("");
		if (!table.isEmpty()) {
			found.addAll(leading(call.input(), table, facts));
		}
		call.input().path("RequestItems").properties().forEach((entry) -> {
			JsonNode requests = entry.getValue();
			Stream
				.concat(requests.path("Keys").valueStream().map((key) -> wrapped("Key", key)),
						requests.valueStream().flatMap((request) -> request.valueStream()))
				.forEach((part) -> found.addAll(leading(part, entry.getKey(), facts)));
		});
		return found.isEmpty() ? null : found.stream().distinct().toList();
	}

	private static JsonNode wrapped(String name, JsonNode value) {
		return JsonNodeFactory.instance.objectNode().set(name, value);
	}

	private static List<String> leading(JsonNode part, String table, ResourceFacts facts) {
		if (!part.isObject()) {
			return List.of();
		}
		String key = facts.partitionKey(table.substring(table.lastIndexOf('/') + 1)).orElse("");
		return Stream.of(part.path("Key").path(key), part.path("Item").path(key), queried(part, key))
			.flatMap((value) -> value.valueStream().limit(1))
			.map(JsonNode::asString)
			.toList();
	}

	// Find the value that a key condition compares the partition key with.
	private static JsonNode queried(JsonNode part, String key) {
		JsonNode old = part.path("KeyConditions").path(key).path("AttributeValueList").path(0);
		if (!old.isMissingNode() || key.isEmpty()) {
			return old;
		}
		String expression = part.path("KeyConditionExpression").asString("");
		for (Map.Entry<String, JsonNode> name : part.path("ExpressionAttributeNames").properties()) {
			expression = expression.replaceAll(Pattern.quote(name.getKey()) + "(?![A-Za-z0-9_])",
					Matcher.quoteReplacement(name.getValue().asString("")));
		}
		Matcher matcher = Pattern.compile("(?<![A-Za-z0-9_.])" + Pattern.quote(key) + "\\s*=\\s*(:[A-Za-z0-9_]+)")
			.matcher(expression);
		return part.path("ExpressionAttributeValues").path(matcher.find() ? matcher.group(1) : "");
	}

	private static Map<String, List<String>> keys(List<String> leading) {
		return leading.isEmpty() ? Map.of() : Map.of("dynamodb:LeadingKeys", leading);
	}

}

package academy.coldstart.authorization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * The condition keys of services that a call gives a value to. Source: Service
 * Authorization Reference.
 */
final class ServiceKeys {

	private ServiceKeys() {
	}

	static Map<String, List<String>> of(ApiCall call, ResourceFacts facts) {
		JsonNode input = call.input();
		return switch (call.service()) {
			case "dynamodb" -> dynamoDb(call, facts);
			case "lambda" -> present(Map.of("lambda:FunctionArn", function(call)));
			case "monitoring" -> present(Map.of("cloudwatch:namespace", input.path("Namespace")));
			case "s3" -> present(Map.of("s3:prefix", input.path("prefix"), "s3:delimiter", input.path("delimiter"),
					"s3:max-keys", input.path("max-keys"), "s3:VersionId", input.path("versionId"), "s3:x-amz-acl",
					input.path("x-amz-acl"), "s3:x-amz-server-side-encryption",
					input.path("x-amz-server-side-encryption"), "s3:x-amz-storage-class",
					input.path("x-amz-storage-class")));
			case "secretsmanager" -> present(Map.of("secretsmanager:VersionId", input.path("VersionId"),
					"secretsmanager:VersionStage", input.path("VersionStage")));
			case "sns" ->
				present(Map.of("sns:Protocol", input.path("Protocol"), "sns:Endpoint", input.path("Endpoint")));
			case "ssm" -> present(Map.of("ssm:Recursive", input.path("Recursive")));
			case "sts" -> present(Map.of("sts:ExternalId", input.path("ExternalId"), "sts:RoleSessionName",
					input.path("RoleSessionName")));
			default -> Map.of();
		};
	}

	private static Map<String, List<String>> dynamoDb(ApiCall call, ResourceFacts facts) {
		Map<String, List<String>> keys = new HashMap<>(present(Map.of("dynamodb:Select", call.input().path("Select"),
				"dynamodb:ReturnValues", call.input().path("ReturnValues"), "dynamodb:ReturnConsumedCapacity",
				call.input().path("ReturnConsumedCapacity"))));
		List<String> leading = DynamoDbCalls.leadingKeys(call, facts);
		if (leading != null) {
			keys.put("dynamodb:LeadingKeys", leading);
		}
		return keys;
	}

	private static JsonNode function(ApiCall call) {
		String name = call.input().path("FunctionName").asString("");
		if (!call.operation().contains("EventSourceMapping") || name.isEmpty()) {
			return MissingNode.getInstance();
		}
		String arn = name.startsWith("arn:") ? name : "arn:aws:lambda:%s:%s:function:%s"
			.formatted(call.scope().region(), call.scope().account(), name.replaceFirst("^\\d{12}:function:", ""));
		return StringNode.valueOf(arn);
	}

	// Keep the keys that have a value.
	static Map<String, List<String>> present(Map<String, JsonNode> values) {
		Map<String, List<String>> present = new HashMap<>();
		values.forEach((key, value) -> {
			if (value.isValueNode() && !value.isNull()) {
				present.put(key, List.of(value.asString()));
			}
		});
		return present;
	}

}

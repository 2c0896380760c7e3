package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Calls whose permissions do not follow from their names.
 */
final class SpecialCalls {

	private static final String DEFAULT_BUS = "default";

	private static final Set<String> ABOUT_GROUPS = Set.of("CreateLogGroup", "CreateLogStream", "DeleteLogGroup",
			"DeleteLogStream", "DescribeLogGroups", "DescribeLogStreams", "FilterLogEvents", "GetLogEvents",
			"PutLogEvents", "PutRetentionPolicy", "DeleteRetentionPolicy", "PutSubscriptionFilter",
			"DeleteSubscriptionFilter", "DescribeSubscriptionFilters", "PutMetricFilter", "DeleteMetricFilter",
			"StartQuery");

	private SpecialCalls() {
	}

	static Optional<List<Need>> needs(ApiCall call, ResourceFacts facts) {
		return switch (call.service()) {
			case "apigateway" -> Optional.of(List.of(apiGateway(call)));
			case "dynamodb" -> DynamoDbCalls.needs(call, facts);
			case "events" -> events(call);
			case "logs" -> logs(call);
			case "s3" -> S3Calls.needs(call);
			case "sns" -> (call.is("sns", "Publish") && call.input().has("PhoneNumber"))
					? Optional.of(List.of(need("sns:Publish", "*"))) : Optional.empty();
			// No permissions are required. Source: AWS STS API Reference.
			case "sts" ->
				call.is("sts", "GetCallerIdentity", "GetSessionToken") ? Optional.of(List.of()) : Optional.empty();
			default -> Optional.empty();
		};
	}

	// Source: API Gateway Developer Guide, Control access for managing an API.
	private static Need apiGateway(ApiCall call) {
		return need("apigateway:" + call.method(),
				"arn:aws:apigateway:" + call.scope().region() + "::" + call.path().replaceAll("/+$", ""));
	}

	// Source: Amazon EventBridge User Guide, Using IAM policy conditions in Amazon
	// EventBridge.
	private static Optional<List<Need>> events(ApiCall call) {
		if (!call.is("events", "PutEvents")) {
			return (call.input().has("Rule") || call.operation().endsWith("Rule")) ? rule(call) : Optional.empty();
		}
		List<Need> needs = new ArrayList<>();
		for (JsonNode entry : call.input().path("Entries")) {
			String bus = entry.path("EventBusName").asString(DEFAULT_BUS);
			needs.add(new Need(new Permission("events:PutEvents", arn(call, "event-bus/", bus)), ServiceKeys.present(
					Map.of("events:source", entry.path("Source"), "events:detail-type", entry.path("DetailType")))));
		}
		return Optional.of(needs);
	}

	private static Optional<List<Need>> rule(ApiCall call) {
		String bus = call.input().path("EventBusName").asString(DEFAULT_BUS);
		String name = call.input().path("Name").asString(call.input().path("Rule").asString("*"));
		String plain = bus.substring(bus.lastIndexOf('/') + 1);
		return Optional.of(List.of(need("events:" + call.operation(),
				arn(call, "rule/", plain.equals(DEFAULT_BUS) ? name : plain + "/" + name))));
	}

	// The ARN goes on behind the name of the group, so that policies need a wildcard
	// there.
	// Source: Amazon CloudWatch Logs User Guide, Overview of managing access permissions.
	private static Optional<List<Need>> logs(ApiCall call) {
		if (!ABOUT_GROUPS.contains(call.operation())) {
			return Optional.empty();
		}
		List<String> groups = Stream
			.of("logGroupName", "logGroupIdentifier", "logGroupNames[]", "logGroupIdentifiers[]")
			.flatMap((path) -> InputPath.values(call.input(), path).stream())
			.map((group) -> group.replaceFirst("^arn:.*:log-group:", "").replaceFirst(":\\*$", ""))
			.toList();
		String stream = call.input().path("logStreamName").asString("");
		return Optional.of((groups.isEmpty() ? List.of("") : groups).stream()
			.map((group) -> need("logs:" + call.operation(), arn(call, "log-group:", group + ":log-stream:" + stream)))
			.toList());
	}

	private static String arn(ApiCall call, String type, String name) {
		return name.startsWith("arn:") ? name : "arn:aws:%s:%s:%s:%s%s".formatted(call.service(), call.scope().region(),
				call.scope().account(), type, name);
	}

	static Need need(String action, String resource) {
		return new Need(new Permission(action, resource), Map.of());
	}

}

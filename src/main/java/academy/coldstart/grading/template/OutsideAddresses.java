package academy.coldstart.grading.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Refuses what would make the engine send requests to addresses that a template names:
 * the engine runs beside the platform and reaches what it reaches.
 */
final class OutsideAddresses {

	private static final Set<String> TYPES = Set.of("AWS::Events::ApiDestination", "AWS::Events::Connection");

	private static final Set<String> KEYS = Set.of("SelfManagedEventSource", "SelfManagedKafkaEventSourceConfig",
			"KafkaBootstrapServers");

	private static final Set<String> PROTOCOLS = Set.of("lambda", "sqs");

	private static final Set<String> INTEGRATIONS = Set.of("aws", "aws_proxy", "mock");

	private final Template template;

	private final Resolver resolver;

	OutsideAddresses(Template template, Resolver resolver) {
		this.template = template;
		this.resolver = resolver;
	}

	void check(List<PlacedValue> values) {
		this.template.resources().properties().forEach((entry) -> {
			String type = entry.getValue().path("Type").asString("");
			if (TYPES.contains(type)) {
				throw refused("Resources/" + entry.getKey() + "/Type", "Use an event bus, a queue or a topic.");
			}
		});
		values.forEach(this::check);
	}

	private void check(PlacedValue value) {
		String parent = value.parent();
		switch (value.key()) {
			case "Protocol" -> requireOneOf(value, isSubscription(value.path()), PROTOCOLS,
					"Only the protocols lambda and sqs stay inside.");
			case "Type" -> requireOneOf(value, parent.equals("Integration"), INTEGRATIONS,
					"Only integrations with AWS services, AWS_PROXY and AWS, and MOCK stay inside.");
			case "type" -> requireOneOf(value, parent.equals("x-amazon-apigateway-integration"), INTEGRATIONS,
					"Only integrations with AWS services, aws_proxy and aws, and mock stay inside.");
			default -> {
				if (KEYS.contains(value.key())) {
					throw refused(value.path(), "Use a queue or a stream of the template.");
				}
			}
		}
		if (value.value().asString("").contains("states:::http:invoke")) {
			throw refused(value.path(), "Let a function do what the state machine asks for.");
		}
	}

	private void requireOneOf(PlacedValue value, boolean applies, Set<String> allowed, String advice) {
		if (!applies) {
			return;
		}
		JsonNode resolved = this.resolver.resolve(value.value());
		if (!resolved.isString() || !allowed.contains(resolved.stringValue().toLowerCase(Locale.ROOT))) {
			throw refused(value.path(), advice);
		}
	}

	private boolean isSubscription(String path) {
		String[] steps = path.split("/", -1);
		String type = this.template.resources().path((steps.length > 1) ? steps[1] : "").path("Type").asString("");
		return type.equals("AWS::SNS::Subscription") || type.equals("AWS::SNS::Topic");
	}

	private InvalidTemplate refused(String path, String advice) {
		return new InvalidTemplate("outside-address",
				"%s would send requests to an address outside of the exercise (%s), which is not possible here. %s"
					.formatted(TemplatePolicy.owner(path), path, advice),
				this.template.line(path));
	}

}

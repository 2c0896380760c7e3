package academy.coldstart.grading.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Refuses what would make the engine send requests to addresses that a template names:
 * the engine runs beside the platform and reaches what it reaches.
 */
final class OutsideAddresses {

	private static final Set<String> TYPES = Set.of("AWS::Events::ApiDestination", "AWS::Events::Connection");

	private static final String PROPERTIES = "Resources/[^/]+/Properties/";

	/** Where the servers of a Kafka of one's own stand. */
	private static final Pattern SERVERS = Pattern
		.compile(PROPERTIES + "(SelfManagedEventSource|SelfManagedKafkaEventSourceConfig"
				+ "|Events/[^/]+/Properties/KafkaBootstrapServers)");

	private static final Pattern PROTOCOL = Pattern.compile(PROPERTIES + "(Subscription/[0-9]+/)?Protocol");

	private static final Pattern INTEGRATION = Pattern
		.compile(PROPERTIES + "(Integration/Type|(Body|DefinitionBody)/.*/x-amazon-apigateway-integration/type)");

	private static final Set<String> PROTOCOLS = Set.of("lambda", "sqs");

	private static final Set<String> INTEGRATIONS = Set.of("aws", "aws_proxy", "mock");

	private final Template template;

	private final Resolver resolver;

	private final Findings findings;

	OutsideAddresses(Template template, Resolver resolver, Findings findings) {
		this.template = template;
		this.resolver = resolver;
		this.findings = findings;
	}

	void check(List<PlacedValue> values) {
		this.template.resources().properties().forEach((entry) -> {
			String type = entry.getValue().path("Type").asString("");
			if (TYPES.contains(type)) {
				refuse("Resources/" + entry.getKey() + "/Type", "Use an event bus, a queue or a topic.");
			}
		});
		values.forEach(this::check);
	}

	// By the whole place: what a learner calls a resource, a variable or an event is
	// free.
	private void check(PlacedValue value) {
		String type = type(value.path());
		// A branch of a condition is looked at with the condition.
		String place = value.path().matches(".*/Fn::If/[0-9]+") ? "" : value.plainPath();
		if (SERVERS.matcher(place).matches() && type.matches("AWS::(Lambda|Serverless)::.*")) {
			refuse(value.path(), "Use a queue or a stream of the template.");
		}
		if (PROTOCOL.matcher(place).matches() && type.startsWith("AWS::SNS::")) {
			requireOneOf(value, PROTOCOLS, "Only the protocols lambda and sqs stay inside.");
		}
		if (INTEGRATION.matcher(place).matches() && type.matches("AWS::(ApiGateway|Serverless)::.*")) {
			requireOneOf(value, INTEGRATIONS,
					"Only integrations with AWS services, AWS_PROXY and AWS, and MOCK stay inside.");
		}
		if (type.endsWith("::StateMachine") && value.value().asString("").contains("states:::http:invoke")) {
			refuse(value.path(), "Let a function do what the state machine asks for.");
		}
	}

	private void requireOneOf(PlacedValue value, Set<String> allowed, String advice) {
		JsonNode resolved = this.resolver.resolve(value.value());
		if (!resolved.isString() || !allowed.contains(resolved.stringValue().toLowerCase(Locale.ROOT))) {
			refuse(value.path(), advice);
		}
	}

	private String type(String path) {
		String[] steps = path.split("/", -1);
		return this.template.resources().path((steps.length > 1) ? steps[1] : "").path("Type").asString("");
	}

	private void refuse(String path, String advice) {
		this.findings
			.add(new PlacedValue(path, this.template.root()).plainPath(), new InvalidTemplate("outside-address",
					"%s would send requests to an address outside of the exercise (%s), which is not possible here. %s"
						.formatted(TemplatePolicy.owner(path), path, advice),
					this.template.line(path)));
	}

}

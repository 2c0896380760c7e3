package academy.coldstart.grading.deployment;

import java.util.List;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import academy.coldstart.grading.template.WrittenPlaces;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * What AWS asks of the roles of functions before it creates anything, and the engine does
 * not ask: Lambda must be able to assume a role, and the role must allow reading what an
 * event source mapping reads. Sources: AWS Lambda Developer Guide, Defining Lambda
 * function permissions with an execution role; Creating and configuring an Amazon SQS
 * event source mapping.
 */
final class RoleRules {

	private static final String LAMBDA = "lambda.amazonaws.com";

	private static final List<String> SQS = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage",
			"sqs:GetQueueAttributes");

	private final Aws aws;

	private final Stack stack;

	private final WrittenPlaces places;

	RoleRules(Aws aws, Stack stack, Template template) {
		this.aws = aws;
		this.stack = stack;
		this.places = new WrittenPlaces(template);
	}

	/**
	 * Demand that AWS would create every function and every event source mapping of the
	 * stack.
	 * @throws InvalidTemplate for the first one that it would refuse
	 */
	void require() {
		List<EventSourceMappingConfiguration> mappings = this.aws.lambda()
			.listEventSourceMappingsPaginator()
			.eventSourceMappings()
			.stream()
			.toList();
		for (StackResource function : this.stack.ofType("AWS::Lambda::Function")) {
			RolePolicies policies = policies(function);
			requireTrust(function, policies);
			mappings.stream()
				.filter((mapping) -> mapping.functionArn().matches(".*:function:" + function.physicalId() + "(:.*)?"))
				.filter((mapping) -> String.valueOf(mapping.eventSourceArn()).contains(":sqs:"))
				.forEach((mapping) -> requireReading(mapping, policies));
		}
	}

	private RolePolicies policies(StackResource function) {
		String arn = this.aws.lambda()
			.getFunctionConfiguration((request) -> request.functionName(function.physicalId()))
			.role();
		try {
			return RolePolicies.of(this.aws.iam(), arn.substring(arn.lastIndexOf('/') + 1));
		}
		catch (NoSuchEntityException ex) {
			throw refused("the function %s has the role %s, which does not exist in this account"
				.formatted(function.logicalId(), arn), this.places.line(path(function.logicalId(), "Role")));
		}
	}

	private void requireTrust(StackResource function, RolePolicies policies) {
		if (!policies.trusts(LAMBDA)) {
			throw refused(
					"the role of the function %s cannot be assumed by Lambda. Its AssumeRolePolicyDocument needs %s as a principal"
						.formatted(function.logicalId(), LAMBDA),
					this.places.line(path(function.logicalId(), "Role")));
		}
	}

	private void requireReading(EventSourceMappingConfiguration mapping, RolePolicies policies) {
		List<String> missing = SQS.stream()
			.filter((action) -> !policies.allows(action, mapping.eventSourceArn()))
			.toList();
		if (!missing.isEmpty()) {
			String id = this.stack.byPhysicalId(mapping.uuid()).map(StackResource::logicalId).orElse("of the function");
			String queue = mapping.eventSourceArn().substring(mapping.eventSourceArn().lastIndexOf(':') + 1);
			throw refused(("%s reads the queue %s, but the role of the function does not allow %s on it. "
					+ "SAM grants that where the queue is an event of the function")
				.formatted(this.places.name(id), queue, String.join(", ", missing)), this.places.line(id));
		}
	}

	private static List<String> path(String logicalId, String property) {
		return List.of("Resources", logicalId, "Properties", property);
	}

	private static InvalidTemplate refused(String what, @Nullable Integer line) {
		return new InvalidTemplate("refused-by-aws", "AWS would refuse the template: " + what + ".", line);
	}

}

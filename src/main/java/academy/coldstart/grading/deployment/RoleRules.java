package academy.coldstart.grading.deployment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.coldstart.authorization.MalformedPolicy;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.RolePolicies;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.template.Findings;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import academy.coldstart.grading.template.WrittenPlaces;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/**
 * What AWS asks of the roles of functions before it creates anything, and the engine does
 * not ask: Lambda must be able to assume a role, and the role must allow what Lambda does
 * with it later: reading event sources, and sending dead letters and records to
 * destinations. Sources: AWS Lambda Developer Guide, Defining Lambda function permissions
 * with an execution role; Creating and configuring an Amazon SQS event source mapping;
 * Capturing records of Lambda asynchronous invocations.
 */
final class RoleRules {

	private static final List<String> POLICIES = List.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy",
			"AWS::S3::BucketPolicy");

	private final Aws aws;

	private final Stack stack;

	private final WrittenPlaces places;

	private final Findings findings = new Findings();

	RoleRules(Aws aws, Stack stack, Template template) {
		this.aws = aws;
		this.stack = stack;
		this.places = new WrittenPlaces(template);
	}

	/**
	 * Demand that AWS would create every function and everything that belongs to it.
	 * @throws InvalidTemplate for the first thing that it would refuse, with the others
	 */
	void require() {
		POLICIES.forEach((type) -> this.stack.ofType(type).forEach(this::requireReadable));
		List<EventSourceMappingConfiguration> mappings = this.aws.lambda()
			.listEventSourceMappingsPaginator()
			.eventSourceMappings()
			.stream()
			.toList();
		this.stack.ofType("AWS::Lambda::Function").forEach((function) -> requireRole(function, mappings));
		this.findings.refuse();
	}

	private void requireRole(StackResource function, List<EventSourceMappingConfiguration> mappings) {
		GetFunctionConfigurationResponse configuration = this.aws.lambda()
			.getFunctionConfiguration((request) -> request.functionName(function.physicalId()));
		RolePolicies policies = policies(function, configuration.role());
		if (policies == null) {
			return;
		}
		RoleQuestions role = new RoleQuestions(configuration.functionArn(), policies);
		requireTrust(function, configuration.role(), role);
		mappings.stream()
			.filter((mapping) -> mapping.functionArn().matches(".*:function:" + function.physicalId() + "(:.*)?"))
			.forEach((mapping) -> requireReading(mapping, role));
		if (configuration.deadLetterConfig() != null) {
			requireSending(function, role, "sends its dead letters to", configuration.deadLetterConfig().targetArn(),
					"DeadLetterConfig");
		}
		destinations(function)
			.forEach((arn) -> requireSending(function, role, "has the destination", arn, "EventInvokeConfig"));
	}

	private @Nullable RolePolicies policies(StackResource function, String arn) {
		Integer line = this.places.line(path(function.logicalId(), "Role"));
		try {
			return RolePolicies.read(this.aws.iam(), arn.substring(arn.lastIndexOf('/') + 1));
		}
		catch (NoSuchEntityException ex) {
			refuse(arn, "the function %s has the role %s, which does not exist in this account"
				.formatted(function.logicalId(), arn), line);
			return null;
		}
		catch (MalformedPolicy ex) {
			refuse(arn, "the role of the function %s has a policy that IAM does not accept. %s"
				.formatted(function.logicalId(), String.valueOf(ex.getMessage()).replaceFirst("\\.$", "")), line);
			return null;
		}
	}

	private void requireReadable(StackResource policy) {
		try {
			new WrittenPolicy(policy.logicalId(), policy.properties().path("PolicyDocument")).require();
		}
		catch (MalformedPolicy ex) {
			refuse(policy.logicalId(), String.valueOf(ex.getMessage()).replaceFirst("\\.$", ""),
					this.places.line(path(policy.logicalId(), "PolicyDocument")));
		}
	}

	private void requireTrust(StackResource function, String arn, RoleQuestions role) {
		if (!role.trustsLambda()) {
			refuse("trust of " + arn,
					"the role of the function %s cannot be assumed by Lambda. Its AssumeRolePolicyDocument needs lambda.amazonaws.com as a principal"
						.formatted(function.logicalId()),
					this.places.line(path(function.logicalId(), "Role")));
		}
	}

	private void requireReading(EventSourceMappingConfiguration mapping, RoleQuestions role) {
		String source = String.valueOf(mapping.eventSourceArn());
		List<String> missing = Sources.actions(source)
			.stream()
			.filter((action) -> !role.allows(action, source))
			.toList();
		if (!missing.isEmpty()) {
			String id = this.stack.byPhysicalId(mapping.uuid()).map(StackResource::logicalId).orElse("of the function");
			refuse(mapping.uuid(),
					("%s reads the %s, but the role of the function does not allow %s on it. AWS says: \"%s\" "
							+ "SAM grants that where the source is an event of the function")
						.formatted(this.places.name(id), Sources.title(source), String.join(", ", missing),
								Sources.refusal(source)),
					this.places.line(id));
		}
	}

	private void requireSending(StackResource function, RoleQuestions role, String what, String target,
			String property) {
		String action = Sources.sending(target);
		if (action != null && !role.allows(action, target)) {
			refuse(function.logicalId() + " sends to " + target,
					("the function %s %s %s, but its role does not allow %s on it. AWS says: "
							+ "\"The function's execution role does not have permissions to call %s on %s\"")
						.formatted(function.logicalId(), what, target, action,
								action.substring(action.indexOf(':') + 1), target),
					this.places.line(path(function.logicalId(), property)));
		}
	}

	private Stream<String> destinations(StackResource function) {
		return this.aws.lambda()
			.listFunctionEventInvokeConfigs((request) -> request.functionName(function.physicalId()))
			.functionEventInvokeConfigs()
			.stream()
			.flatMap((config) -> Stream.ofNullable(config.destinationConfig()))
			.flatMap(RoleRules::arns)
			.filter(Objects::nonNull)
			.distinct();
	}

	private static Stream<String> arns(DestinationConfig config) {
		return Stream.of((config.onSuccess() != null) ? config.onSuccess().destination() : "",
				(config.onFailure() != null) ? config.onFailure().destination() : "");
	}

	private static List<String> path(String logicalId, String property) {
		return List.of("Resources", logicalId, "Properties", property);
	}

	private void refuse(String cause, String what, @Nullable Integer line) {
		this.findings.add(cause,
				new InvalidTemplate("refused-by-aws", "AWS would refuse the template: " + what + ".", line));
	}

}

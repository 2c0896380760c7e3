package academy.coldstart.grading.deployment;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.coldstart.grading.template.Template;
import academy.coldstart.grading.template.WrittenPlaces;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Creates a stack through a change set and waits for it.
 */
final class ChangeSet {

	private static final String NAME = "coldstart";

	private static final Pattern SDK_ERROR = Pattern.compile(
			"^An error occurred \\((\\w+)\\) when calling the (\\w+) operation(?: \\(reached max retries: \\d+\\))?:"
					+ " (?:exception while calling [\\w.]+: )?");

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private final CloudFormationClient cloudFormation;

	private final Template template;

	private final String stack;

	private final WrittenPlaces places;

	ChangeSet(CloudFormationClient cloudFormation, Template template, String stack) {
		this.cloudFormation = cloudFormation;
		this.template = template;
		this.stack = stack;
		this.places = new WrittenPlaces(template);
	}

	/**
	 * Create the stack.
	 * @param body the template as the engine gets it
	 * @param parameters its parameters
	 * @return the created stack
	 * @throws DeploymentFailed when CloudFormation refused it or rolled it back
	 */
	Stack create(String body, Map<String, String> parameters) {
		request(body, parameters);
		DescribeChangeSetResponse changes = Polling.until("the change set", LIMIT, this::changes,
				(response) -> response.status() == ChangeSetStatus.CREATE_COMPLETE
						|| response.status() == ChangeSetStatus.FAILED);
		if (changes.status() == ChangeSetStatus.FAILED) {
			throw refused(String.valueOf(changes.statusReason()));
		}
		this.cloudFormation.executeChangeSet((request) -> request.stackName(this.stack).changeSetName(NAME));
		Stack created = Polling.until("the stack", LIMIT, this::stack, ChangeSet::hasEnded);
		if (created.stackStatus() != StackStatus.CREATE_COMPLETE) {
			throw rolledBack(created);
		}
		return created;
	}

	private void request(String body, Map<String, String> parameters) {
		List<Parameter> values = parameters.entrySet()
			.stream()
			.map((entry) -> Parameter.builder().parameterKey(entry.getKey()).parameterValue(entry.getValue()).build())
			.toList();
		try {
			this.cloudFormation.createChangeSet((request) -> request.stackName(this.stack)
				.changeSetName(NAME)
				.changeSetType(ChangeSetType.CREATE)
				.capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM,
						Capability.CAPABILITY_AUTO_EXPAND)
				.parameters(values)
				.templateBody(body));
		}
		catch (CloudFormationException ex) {
			if (ex.statusCode() >= 500) {
				throw ex;
			}
			throw refused(ex.awsErrorDetails().errorMessage());
		}
	}

	private DescribeChangeSetResponse changes() {
		return this.cloudFormation.describeChangeSet((request) -> request.stackName(this.stack).changeSetName(NAME));
	}

	private Stack stack() {
		return this.cloudFormation.describeStacks((request) -> request.stackName(this.stack)).stacks().getFirst();
	}

	private static boolean hasEnded(Stack stack) {
		String status = stack.stackStatusAsString();
		return status.endsWith("_COMPLETE") || status.endsWith("_FAILED");
	}

	private DeploymentFailed refused(String reason) {
		return new DeploymentFailed("CloudFormation refused the template: " + reason, lineOf(reason), reason);
	}

	private DeploymentFailed rolledBack(Stack created) {
		List<StackEvent> failures = failures();
		String raw = failures.stream()
			.map((event) -> event.logicalResourceId() + " " + event.resourceStatusAsString() + " "
					+ event.resourceStatusReason())
			.collect(Collectors.joining("\n"));
		if (failures.isEmpty()) {
			return new DeploymentFailed("The stack could not be created: " + created.stackStatusReason() + ".", null,
					raw);
		}
		StackEvent first = failures.getFirst();
		return new DeploymentFailed(
				"The stack was rolled back: %s (%s) could not be created: %s. Correct it in the template."
					.formatted(this.places.described(first.logicalResourceId()), first.resourceType(), reason(first)),
				this.places.line(first.logicalResourceId()), raw);
	}

	private static String reason(StackEvent event) {
		String reason = String.valueOf(event.resourceStatusReason())
			.replaceFirst("^Resource provider operation failed: ", "")
			.replaceAll("\\s*\\R\\s*", " ");
		return SDK_ERROR.matcher(reason).replaceFirst("$2 answered $1: ").replaceFirst("\\.$", "");
	}

	private List<StackEvent> failures() {
		return this.cloudFormation.describeStackEvents((request) -> request.stackName(this.stack))
			.stackEvents()
			.stream()
			.filter((event) -> event.resourceStatusAsString().endsWith("_FAILED"))
			.filter((event) -> !event.logicalResourceId().equals(this.stack))
			// What never began, because something else failed, has no reason.
			.filter((event) -> event.resourceStatusReason() != null)
			.sorted(Comparator.comparing(StackEvent::timestamp))
			.toList();
	}

	private @Nullable Integer lineOf(String reason) {
		return this.template.resources()
			.properties()
			.stream()
			.map(Map.Entry::getKey)
			.filter((id) -> reason.matches("(?s).*\\b" + Pattern.quote(id) + "\\b.*"))
			.map((id) -> this.template.line("Resources/" + id))
			.findFirst()
			.orElse(null);
	}

}

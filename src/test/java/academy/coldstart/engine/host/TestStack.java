package academy.coldstart.engine.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stack that is created and updated through change sets.
 */
class TestStack {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final CloudFormationClient cloudFormation;

	private final String name;

	private int changes;

	TestStack(TestAccount account, String name) {
		this.cloudFormation = account.client(CloudFormationClient.builder());
		this.name = name;
	}

	void create(String template, Map<String, String> parameters) {
		change(ChangeSetType.CREATE, template, parameters);
		assertThat(stack().stackStatus()).as("%s", stack()).isEqualTo(StackStatus.CREATE_COMPLETE);
	}

	void update(String template, Map<String, String> parameters) {
		change(ChangeSetType.UPDATE, template, parameters);
		assertThat(stack().stackStatus()).as("%s", stack()).isEqualTo(StackStatus.UPDATE_COMPLETE);
	}

	void createInVain(String template) {
		change(ChangeSetType.CREATE, template, Map.of());
		assertThat(stack().stackStatusAsString()).contains("ROLLBACK");
	}

	/**
	 * Ask for a stack that is refused before anything is made.
	 * @param template the template
	 * @return why
	 */
	String refusal(String template) {
		try {
			this.cloudFormation.createChangeSet((request) -> request.stackName(this.name)
				.changeSetName("refused")
				.changeSetType(ChangeSetType.CREATE)
				.capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
				.templateBody(template));
			return Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> this.cloudFormation
					.describeChangeSet((request) -> request.stackName(this.name).changeSetName("refused")),
						(change) -> change.status() == ChangeSetStatus.FAILED)
				.statusReason();
		}
		catch (CloudFormationException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	void updateInVain(String template) {
		change(ChangeSetType.UPDATE, template, Map.of());
		assertThat(stack().stackStatusAsString()).contains("ROLLBACK");
	}

	Map<String, String> outputs() {
		return stack().outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
	}

	List<String> reasons() {
		return this.cloudFormation.describeStackEvents((request) -> request.stackName(this.name))
			.stackEvents()
			.stream()
			.map((event) -> String.valueOf(event.resourceStatusReason()))
			.toList();
	}

	private void change(ChangeSetType type, String template, Map<String, String> parameters) {
		String change = "change-" + ++this.changes;
		this.cloudFormation.createChangeSet((request) -> request.stackName(this.name)
			.changeSetName(change)
			.changeSetType(type)
			.capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
			.parameters(parameters(parameters))
			.templateBody(template));
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.cloudFormation
				.describeChangeSet((request) -> request.stackName(this.name).changeSetName(change))
				.status()).isEqualTo(ChangeSetStatus.CREATE_COMPLETE));
		this.cloudFormation.executeChangeSet((request) -> request.stackName(this.name).changeSetName(change));
		Awaitility.await().atMost(PATIENCE).until(() -> !stack().stackStatusAsString().endsWith("_IN_PROGRESS"));
	}

	private Stack stack() {
		return this.cloudFormation.describeStacks((request) -> request.stackName(this.name)).stacks().getFirst();
	}

	private static List<Parameter> parameters(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((value) -> Parameter.builder().parameterKey(value.getKey()).parameterValue(value.getValue()).build())
			.toList();
	}

}

package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import academy.coldstart.authorization.AuthorizationRequest;
import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.Evaluator;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import academy.coldstart.authorization.RequestContext;
import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Whom the actions of an alarm reach. Source: Amazon CloudWatch User Guide, Alarm actions.
 *
 * @param run the run
 * @param alarm the alarm
 */
record Listener(Run run, MetricAlarm alarm) {

	/** Invokes the function that an alarm has as its action. */
	private static final String INVOKER = "lambda.alarms.cloudwatch.amazonaws.com";

	private static final Set<String> PEOPLE = Set.of("email", "email-json", "sms", "application", "http", "https");

	/** OpsItems, response plans and investigations are for people. */
	private static final String OTHERS = "arn:[^:]+:(ssm:.*:opsitem:.+|ssm-incidents:.*:response-plan/.+|aiops:.*:investigation-group/.+)";

	/**
	 * Find out why an action reaches nobody. What goes through a topic is tried.
	 * @param action the action, an ARN if it is right
	 * @return a clause without a full stop, or null when it reaches somebody
	 */
	@Nullable String silence(String action) {
		if (action.matches("arn:[^:]+:sns:[^:]+:[^:]+:[^:]+")) {
			return ofTopic(action);
		}
		if (action.matches("arn:[^:]+:lambda:.*:function:.+")) {
			return ofFunction(action);
		}
		return action.matches(OTHERS) ? null
				: "%s is nothing that tells anybody. A topic does, such as OnCall".formatted(action);
	}

	private @Nullable String ofTopic(String topic) {
		String name = Names.of(this.run, topic);
		List<Subscription> subscriptions = new Routes(this.run).subscriptions(topic);
		if (subscriptions.isEmpty()) {
			return "it goes to %s, where nobody listens".formatted(name);
		}
		boolean people = subscriptions.stream().anyMatch((one) -> PEOPLE.contains(one.protocol()));
		return people ? null : new Rehearsal(this.run, this.alarm, topic, subscriptions).silence();
	}

	private @Nullable String ofFunction(String function) {
		try {
			this.run.aws().lambda().getFunctionConfiguration((request) -> request.functionName(function));
		}
		catch (ResourceNotFoundException ex) {
			return "there is no function %s".formatted(function);
		}
		return letsAlarmsIn(function) ? null
				: "the function %s does not let %s invoke it".formatted(Names.of(this.run, function), INVOKER);
	}

	private boolean letsAlarmsIn(String function) {
		AuthorizationRequest request = new AuthorizationRequest(Caller.service(INVOKER), "lambda:InvokeFunction", function,
				RequestContext.of(Map.of("aws:SourceArn", List.of(this.alarm.alarmArn()), "aws:SourceAccount",
						List.of(this.run.aws().account()))));
		return policy(function)
			.map((policy) -> Evaluator.decide(request, GrantedPolicies.NONE.with(policy, true)).isAllowed())
			.orElse(false);
	}

	private Optional<PolicyDocument> policy(String function) {
		try {
			String policy = this.run.aws().lambda().getPolicy((request) -> request.functionName(function)).policy();
			return Optional.of(PolicyDocument.parse("policy of " + function, PolicyKind.RESOURCE, policy));
		}
		catch (ResourceNotFoundException ex) {
			return Optional.empty();
		}
	}

}

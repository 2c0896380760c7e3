package academy.coldstart.graders.wherefailuresgo;

import java.util.Map;

import academy.coldstart.grader.Run;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;

/**
 * What subscriptions and rules let through. Filter policies are patterns of events in all
 * but name, so that one comparison, the engine's, serves both.
 *
 * @param run the run
 */
record Filters(Run run) {

	/**
	 * Tell whether a rule hands an event on. A schedule and a rule that is switched off
	 * never do.
	 * @param rule the rule
	 * @param event the event
	 * @return whether it is enabled and its pattern matches
	 */
	boolean admits(Rule rule, Parcel event) {
		return rule.state() != RuleState.DISABLED && rule.eventPattern() != null
				&& matches(rule.eventPattern(), event.body().toString());
	}

	/**
	 * Tell whether a subscription hands a message on.
	 * @param subscription the subscription
	 * @param message the message
	 * @return whether it has no filter policy, or one that the message meets
	 */
	boolean admits(Subscription subscription, Parcel message) {
		Map<String, String> attributes = this.run.aws()
			.sns()
			.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription.subscriptionArn()))
			.attributes();
		String policy = attributes.getOrDefault("FilterPolicy", "");
		if (policy.isEmpty()) {
			return true;
		}
		boolean body = attributes.getOrDefault("FilterPolicyScope", "").equals("MessageBody");
		JsonNode detail = body ? message.body() : message.attributes();
		return matches("{\"detail\": " + policy + "}", Parcel.event(this.run.aws().account(), detail).toString());
	}

	// What cannot be read was taken all the same, and may do anything.
	private boolean matches(String pattern, String event) {
		try {
			return this.run.aws()
				.eventBridge()
				.testEventPattern((request) -> request.eventPattern(pattern).event(event))
				.result();
		}
		catch (InvalidEventPatternException ex) {
			return true;
		}
	}

}

package academy.coldstart.graders.wherefailuresgo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Where things are handed on to, by subscriptions, rules and event source mappings.
 *
 * @param run the run
 */
record Routes(Run run) {

	/**
	 * Find the way from a destination to a function that is reached through it.
	 * @param start the ARN of the destination
	 * @param function the name of the function
	 * @return the ARNs on the way, both ends among them, or empty when there is no way
	 */
	Optional<List<String>> way(String start, String function) {
		Map<String, @Nullable String> before = new LinkedHashMap<>();
		before.put(start, null);
		Deque<String> open = new ArrayDeque<>(List.of(start));
		while (!open.isEmpty()) {
			String arn = open.removeFirst();
			if (isFunction(arn, function)) {
				return Optional.of(path(before, arn));
			}
			for (String next : next(arn)) {
				if (!before.containsKey(next)) {
					before.put(next, arn);
					open.addLast(next);
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * List what something is handed on to.
	 * @param arn of a topic, a bus or a queue
	 * @return the ARNs of what is subscribed, targeted or invoked
	 */
	List<String> next(String arn) {
		if (arn.contains(":sns:")) {
			return subscriptions(arn);
		}
		if (arn.contains(":events:")) {
			return rules(arn).stream().flatMap((rule) -> targets(arn, rule)).toList();
		}
		return this.run.eventSources()
			.stream()
			.filter((source) -> source.enabled() && source.sourceArn().equals(arn))
			.map((source) -> source.functionArn())
			.toList();
	}

	static boolean isFunction(String arn, String function) {
		return arn.matches("arn:[^:]*:lambda:.*:function:" + function + "(:.*)?");
	}

	// A topic or a bus that does not exist hands nothing on.
	private List<String> subscriptions(String topic) {
		try {
			return this.run.aws()
				.sns()
				.listSubscriptionsByTopicPaginator((request) -> request.topicArn(topic))
				.subscriptions()
				.stream()
				.map(Subscription::endpoint)
				.toList();
		}
		catch (NotFoundException ex) {
			return List.of();
		}
	}

	private List<Rule> rules(String bus) {
		try {
			return this.run.aws().eventBridge().listRules((request) -> request.eventBusName(name(bus))).rules();
		}
		catch (ResourceNotFoundException ex) {
			return List.of();
		}
	}

	private Stream<String> targets(String bus, Rule rule) {
		return this.run.aws()
			.eventBridge()
			.listTargetsByRule((request) -> request.eventBusName(name(bus)).rule(rule.name()))
			.targets()
			.stream()
			.map((target) -> target.arn());
	}

	private static String name(String bus) {
		return bus.substring(bus.lastIndexOf('/') + 1);
	}

	private static List<String> path(Map<String, @Nullable String> before, String end) {
		List<String> path = new ArrayList<>();
		for (String arn = end; arn != null; arn = before.get(arn)) {
			path.addFirst(arn);
		}
		return path;
	}

}

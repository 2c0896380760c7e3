package academy.coldstart.graders.wherefailuresgo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import academy.coldstart.grader.Run;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Where things are handed on to, by subscriptions, rules and event source mappings that
 * want them.
 *
 * @param run the run
 */
record Routes(Run run) {

	/**
	 * Follow something from a destination.
	 * @param destination the ARN of the destination, or "" for none
	 * @param parcel what is sent there
	 * @return everything that it reaches
	 */
	Way from(String destination, Parcel parcel) {
		Map<String, Hop> hops = new LinkedHashMap<>();
		Deque<Hop> open = new ArrayDeque<>();
		if (!destination.isEmpty()) {
			open.add(Hop.first(destination, parcel));
		}
		while (!open.isEmpty()) {
			Hop hop = open.removeFirst();
			if (hops.putIfAbsent(hop.arn(), hop) == null) {
				next(hop).forEach(open::addLast);
			}
		}
		return new Way(hops);
	}

	private Stream<Hop> next(Hop hop) {
		if (hop.arn().contains(":sns:")) {
			return subscriptions(hop);
		}
		if (hop.arn().contains(":events:")) {
			return targets(hop);
		}
		return this.run.readers(hop.arn())
			.stream()
			.map((source) -> hop.to(source.functionArn(), hop.parcel(), true));
	}

	private Stream<Hop> subscriptions(Hop topic) {
		return subscriptions(topic.arn()).stream()
			.filter((one) -> new Filters(this.run).admits(one, topic.parcel()))
			.map((one) -> topic.to(one.endpoint(), topic.parcel(), true));
	}

	// A topic or a bus that does not exist hands nothing on.
	List<Subscription> subscriptions(String topic) {
		try {
			return this.run.aws()
				.sns()
				.listSubscriptionsByTopicPaginator((request) -> request.topicArn(topic))
				.subscriptions()
				.stream()
				.toList();
		}
		catch (NotFoundException ex) {
			return List.of();
		}
	}

	private Stream<Hop> targets(Hop bus) {
		Parcel event = bus.parcel().asEvent(this.run.aws().account());
		return rules(bus.arn()).stream()
			.filter((rule) -> new Filters(this.run).admits(rule, event))
			.flatMap((rule) -> targets(bus.arn(), rule))
			.map((target) -> bus.to(target.arn(), event, isWhole(target)));
	}

	private List<Rule> rules(String bus) {
		try {
			return this.run.aws().eventBridge().listRules((request) -> request.eventBusName(name(bus))).rules();
		}
		catch (ResourceNotFoundException ex) {
			return List.of();
		}
	}

	private Stream<Target> targets(String bus, Rule rule) {
		return this.run.aws()
			.eventBridge()
			.listTargetsByRule((request) -> request.eventBusName(name(bus)).rule(rule.name()))
			.targets()
			.stream();
	}

	private static boolean isWhole(Target target) {
		return target.input() == null && target.inputPath() == null && target.inputTransformer() == null;
	}

	private static String name(String bus) {
		return bus.substring(bus.lastIndexOf('/') + 1);
	}

}

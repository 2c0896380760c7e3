package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Lets an alarm go off, and looks whether a queue or a function behind its topic gets the
 * message: its policy has to let the topic in, and the subscription has to want the
 * message.
 *
 * @param run the run
 * @param alarm the alarm
 * @param topic the ARN of one of the topics that the alarm publishes to
 * @param subscriptions the subscriptions of the topic
 */
record Rehearsal(Run run, MetricAlarm alarm, String topic, List<Subscription> subscriptions) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	Rehearsal {
		subscriptions = List.copyOf(subscriptions);
	}

	/**
	 * Find out why nobody hears what is published there.
	 * @return a clause without a full stop, or null when somebody hears it
	 */
	@Nullable String silence() {
		double mark = this.run.mark();
		this.run.act("let the alarm " + Names.of(this.run, this.alarm) + " go off", this::goOff);
		List<Subscription> eager = this.subscriptions.stream().filter((one) -> !isFiltered(one)).toList();
		Calls sent = this.run.await("the topic to pass an alarm on", PATIENCE)
			.last(() -> sent(mark),
					(calls) -> !calls.succeeded().isEmpty() || (!eager.isEmpty() && calls.count() >= eager.size()));
		if (!sent.succeeded().isEmpty()) {
			return null;
		}
		if (sent.count() < eager.size()) {
			throw new IllegalStateException("The topic " + this.topic + " passed only " + sent.count() + " of "
					+ eager.size() + " messages on within " + PATIENCE.toSeconds() + " s");
		}
		return reason(sent).formatted(name(this.topic), endpoints());
	}

	private String reason(Calls sent) {
		if (sent.isEmpty()) {
			return "it goes to %s, whose FilterPolicy keeps alarms from %s";
		}
		return sent.denied().isEmpty() ? "it goes to %s, and cannot be delivered to %s"
				: "it goes to %s, which does not get through to %s, whose policy has to let it in";
	}

	// An alarm tells of changes only.
	private StateValue goOff() {
		if (this.alarm.stateValue() == StateValue.ALARM) {
			become(StateValue.OK);
		}
		return become(StateValue.ALARM);
	}

	private StateValue become(StateValue state) {
		this.run.aws()
			.cloudWatch()
			.setAlarmState((request) -> request.alarmName(this.alarm.alarmName())
				.stateValue(state)
				.stateReason("A rehearsal: nothing has happened, please go on sleeping."));
		return state;
	}

	private Calls sent(double mark) {
		List<String> names = this.subscriptions.stream().map((one) -> Names.last(one.endpoint())).toList();
		return this.run.trace()
			.calls()
			.since(mark)
			.matching((call) -> call.environment() == null && names.contains(call.resource()));
	}

	private boolean isFiltered(Subscription subscription) {
		return !this.run.aws()
			.sns()
			.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription.subscriptionArn()))
			.attributes()
			.getOrDefault("FilterPolicy", "")
			.isEmpty();
	}

	private String endpoints() {
		return this.subscriptions.stream().map((one) -> name(one.endpoint())).collect(Collectors.joining(", "));
	}

	private String name(String arn) {
		return Names.of(this.run, arn);
	}

}

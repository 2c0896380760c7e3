package academy.coldstart.graders.wherefailuresgo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * An alarm that is to watch how many messages a queue has. Whether it can go off is
 * calculated from the values that SQS sends. Sources: Amazon CloudWatch API Reference,
 * PutMetricAlarm; Amazon SQS Developer Guide, Available CloudWatch metrics.
 *
 * @param queue the name of the queue
 * @param alarm the alarm
 * @param silence tells why an action reaches nobody, or null when it reaches somebody
 */
record DepthAlarm(String queue, MetricAlarm alarm, Silence silence) {

	static final String METRIC = "ApproximateNumberOfMessagesVisible";

	private static final int LATEST_MINUTES = 15;

	DepthAlarm {
		alarm = plain(alarm);
	}

	/**
	 * Find what keeps it from telling somebody in time.
	 * @return the first thing, or null when it does what it should
	 */
	@Nullable Flaw flaw() {
		return Stream.<Supplier<@Nullable Flaw>>of(this::ofMetric, this::ofQueue, this::ofData, this::ofCondition,
				this::ofMissingData, this::ofTime, this::ofAction)
			.map(Supplier::get)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private @Nullable Flaw ofMetric() {
		if (this.alarm.metricName() == null) {
			return new Flaw(0, "Metrics",
					"watches the result of metric math, which is not evaluated here. MetricName, Namespace and Dimensions name a metric of its own.",
					"Metrics");
		}
		boolean right = "AWS/SQS".equals(this.alarm.namespace()) && METRIC.equals(this.alarm.metricName());
		return right ? null
				: new Flaw(1, "MetricName", "watches %s of %s.".formatted(this.alarm.metricName(), this.alarm.namespace()),
						this.alarm.namespace() + " " + this.alarm.metricName());
	}

	private @Nullable Flaw ofQueue() {
		List<Dimension> dimensions = this.alarm.dimensions();
		boolean right = dimensions.size() == 1 && dimensions.getFirst().name().equals("QueueName")
				&& dimensions.getFirst().value().equals(this.queue);
		String observed = dimensions.stream()
			.map((dimension) -> dimension.name() + ": " + dimension.value())
			.toList()
			.toString();
		return right ? null
				: new Flaw(2, "Dimensions", ("has the dimensions %s, and SQS sends its values under QueueName: %s alone. "
						+ "The name of a queue is !GetAtt ….QueueName; !Ref is its URL.")
					.formatted(observed, this.queue), observed);
	}

	private @Nullable Flaw ofData() {
		if (this.alarm.period() == null || this.alarm.period() % Countdown.MINUTE != 0) {
			return new Flaw(3, "Period", "looks every %s s, and SQS sends one value a minute.".formatted(this.alarm.period()),
					"Period: " + this.alarm.period());
		}
		if (this.alarm.statistic() == null && this.alarm.extendedStatistic() == null) {
			return new Flaw(3, "Statistic", "has neither a Statistic nor an ExtendedStatistic, and AWS refuses such an alarm.",
					"no Statistic");
		}
		boolean counted = this.alarm.unit() == null || this.alarm.unit() == StandardUnit.COUNT;
		return counted ? null : new Flaw(3, "Unit",
				"asks for values in %s, and SQS sends a Count. It never gets data.".formatted(this.alarm.unitAsString()),
				"Unit: " + this.alarm.unitAsString());
	}

	private @Nullable Flaw ofCondition() {
		Countdown countdown = new Countdown(this.alarm);
		if (!countdown.ends()) {
			return new Flaw(4, "Threshold",
					"does not go off when one record lies there: its condition is %s.".formatted(countdown.condition()),
					countdown.condition());
		}
		return countdown.startsByItself() ? new Flaw(4, "Threshold",
				"is in alarm when the queue is empty as well: its condition is %s. Nobody looks at an alarm that is always on."
					.formatted(countdown.condition()),
				countdown.condition()) : null;
	}

	private @Nullable Flaw ofMissingData() {
		return "breaching".equals(this.alarm.treatMissingData()) ? new Flaw(5, "TreatMissingData",
				"goes off when data is missing, and SQS sends none from a queue that has been idle for hours.",
				"TreatMissingData: breaching") : null;
	}

	private @Nullable Flaw ofTime() {
		Countdown countdown = new Countdown(this.alarm);
		int minutes = countdown.minutes();
		return (minutes > LATEST_MINUTES) ? new Flaw(6, "EvaluationPeriods",
				"goes off %d minutes after a record arrived: %s has to hold in %d of %d periods of %d s.".formatted(minutes,
						countdown.condition(), countdown.needed(), countdown.periods(), this.alarm.period()),
				minutes + " minutes") : null;
	}

	private @Nullable Flaw ofAction() {
		if (Boolean.FALSE.equals(this.alarm.actionsEnabled())) {
			return new Flaw(7, "ActionsEnabled", "has its actions switched off.", "ActionsEnabled: false");
		}
		List<String> actions = this.alarm.alarmActions();
		if (actions.isEmpty()) {
			return new Flaw(7, "AlarmActions", "turns red and tells nobody: it has no AlarmActions.", "no AlarmActions");
		}
		List<String> reasons = new ArrayList<>();
		for (String action : actions) {
			String reason = this.silence.of(action);
			if (reason == null) {
				return null;
			}
			reasons.add(reason);
		}
		return new Flaw(7, "AlarmActions", "has no action that reaches somebody: %s.".formatted(String.join("; ", reasons)),
				String.join(", ", actions));
	}

	// An alarm may name its only metric in a list, as those with metric math do.
	private static MetricAlarm plain(MetricAlarm alarm) {
		MetricStat only = (alarm.metrics().size() == 1) ? alarm.metrics().getFirst().metricStat() : null;
		if (only == null || only.metric() == null) {
			return alarm;
		}
		MetricAlarm.Builder plain = alarm.toBuilder()
			.namespace(only.metric().namespace())
			.metricName(only.metric().metricName())
			.dimensions(only.metric().dimensions())
			.period(only.period())
			.unit(only.unit());
		Statistic statistic = Statistic.fromValue(only.stat());
		return ((statistic != Statistic.UNKNOWN_TO_SDK_VERSION) ? plain.statistic(statistic)
				: plain.extendedStatistic(only.stat()))
			.build();
	}

	/**
	 * Finds out why an action reaches nobody.
	 */
	interface Silence {

		@Nullable String of(String action);

	}

	/**
	 * What keeps an alarm from telling somebody.
	 *
	 * @param step how far the alarm got: more is closer to what is asked for
	 * @param property where it stands in the template
	 * @param text the rest of a sentence that begins with the alarm
	 * @param observed the setting
	 */
	record Flaw(int step, String property, String text, String observed) {
	}

}

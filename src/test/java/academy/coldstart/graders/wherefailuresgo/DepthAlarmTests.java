package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

import static org.assertj.core.api.Assertions.assertThat;

class DepthAlarmTests {

	private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:OnCall";

	@Test
	void acceptsAnAlarmThatOneMessageSetsOff() {
		assertThat(flaw((alarm) -> alarm)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Maximum, GreaterThanThreshold, 0, 60, 1", "Average, GreaterThanThreshold, 0.5, 300, 3",
			"Sum, GreaterThanOrEqualToThreshold, 1, 300, 1", "Sum, GreaterThanThreshold, 4, 300, 3",
			"Minimum, GreaterThanOrEqualToThreshold, 1, 60, 15", "p99, GreaterThanThreshold, 0, 60, 5",
			"Maximum, GreaterThanThreshold, 0, 1800, 1", "Sum, GreaterThanThreshold, 0, 3600, 1",
			"Average, GreaterThanThreshold, 0, 3600, 1", "Maximum, GreaterThanThreshold, 0, 840, 2" })
	void acceptsEveryWayToCountOneMessage(String statistic, String comparison, double threshold, int period,
			int periods) {
		assertThat(flaw((alarm) -> with(alarm, statistic).comparisonOperator(comparison)
			.threshold(threshold)
			.period(period)
			.evaluationPeriods(periods))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Maximum, GreaterThanThreshold, 1", "Sum, GreaterThanThreshold, 1", "Average, LessThanThreshold, 1",
			"Maximum, GreaterThanOrEqualToThreshold, 10", "Maximum, GreaterThanUpperThreshold, 0" })
	void refusesAnAlarmThatOneMessageDoesNotSetOff(String statistic, String comparison, double threshold) {
		assertThat(flaw((alarm) -> with(alarm, statistic).comparisonOperator(comparison).threshold(threshold)))
			.contains("does not go off when one record lies there");
	}

	@ParameterizedTest
	@CsvSource({ "Maximum, GreaterThanOrEqualToThreshold, 0", "SampleCount, GreaterThanThreshold, 0",
			"Maximum, GreaterThanThreshold, -1", "Maximum, LessThanThreshold, 5" })
	void refusesAnAlarmThatAnEmptyQueueSetsOff(String statistic, String comparison, double threshold) {
		assertThat(flaw((alarm) -> with(alarm, statistic).comparisonOperator(comparison).threshold(threshold)))
			.contains("is in alarm when the queue is empty");
	}

	@Test
	void acceptsSlowAlarmsWhoseFirstDatapointsAreEnough() {
		assertThat(flaw((alarm) -> alarm.period(300).evaluationPeriods(12).datapointsToAlarm(2))).isNull();
		assertThat(flaw((alarm) -> alarm.period(300).evaluationPeriods(12))).contains("goes off 56 minutes after")
			.contains("in 12 of 12 periods of 300 s");
	}

	@ParameterizedTest
	@CsvSource({ "Minimum, 0, 1800, 30", "Average, 0.5, 3600, 31", "Sum, 19, 1200, 20", "p50, 0, 3600, 31" })
	void refusesAlarmsWhosePeriodHasToFillUpFirst(String statistic, double threshold, int period, int minutes) {
		assertThat(flaw((alarm) -> with(alarm, statistic).threshold(threshold).period(period)))
			.contains("goes off %d minutes after".formatted(minutes));
	}

	@Test
	void readsAMetricThatIsTheOnlyOneOfAList() {
		assertThat(flaw((alarm) -> listed(alarm, "Maximum"))).isNull();
		assertThat(flaw((alarm) -> listed(alarm, "p90"))).isNull();
		assertThat(flaw((alarm) -> listed(alarm, "Maximum").threshold(1.0))).contains("does not go off");
	}

	@Test
	void refusesAlarmsWithoutAStatistic() {
		assertThat(flaw((alarm) -> alarm.statistic((String) null))).contains("neither a Statistic nor");
	}

	@Test
	void refusesOtherMetricsQueuesAndUnits() {
		assertThat(flaw((alarm) -> alarm.metricName("NumberOfMessagesReceived"))).contains("NumberOfMessagesReceived");
		assertThat(flaw((alarm) -> alarm.namespace("AWS/Lambda"))).contains("of AWS/Lambda");
		assertThat(flaw((alarm) -> alarm.dimensions(dimension("QueueName", "other")))).contains("QueueName: other");
		assertThat(flaw((alarm) -> alarm.dimensions(dimension("QueueUrl", "failures")))).contains("QueueUrl");
		assertThat(flaw((alarm) -> alarm.dimensions(dimension("QueueName", "failures"), dimension("Stage", "x"))))
			.contains("Stage: x");
		assertThat(flaw((alarm) -> alarm.unit("Seconds"))).contains("in Seconds");
		assertThat(flaw((alarm) -> alarm.unit("Count"))).isNull();
		assertThat(flaw((alarm) -> alarm.period(10))).contains("looks every 10 s");
	}

	@Test
	void refusesAlarmsThatSilenceSetsOff() {
		assertThat(flaw((alarm) -> alarm.treatMissingData("breaching"))).contains("goes off when data is missing");
		assertThat(flaw((alarm) -> alarm.treatMissingData("ignore"))).isNull();
	}

	@Test
	void refusesAlarmsThatNobodyHears() {
		assertThat(flaw((alarm) -> alarm.alarmActions())).contains("tells nobody");
		assertThat(flaw((alarm) -> alarm.actionsEnabled(false))).contains("switched off");
		assertThat(flaw((alarm) -> alarm.alarmActions(TOPIC + "2")))
			.contains("reaches somebody: it is " + TOPIC + "2.");
		assertThat(flaw((alarm) -> alarm.alarmActions(TOPIC + "2", TOPIC))).isNull();
	}

	@Test
	void refusesMetricMathWithoutFailing() {
		assertThat(flaw((alarm) -> alarm.metricName(null).namespace(null).period(null).threshold(null)))
			.contains("metric math");
	}

	private static MetricAlarm.Builder with(MetricAlarm.Builder alarm, String statistic) {
		return statistic.startsWith("p") ? alarm.statistic((String) null).extendedStatistic(statistic)
				: alarm.statistic(statistic);
	}

	private static MetricAlarm.Builder listed(MetricAlarm.Builder alarm, String statistic) {
		Metric metric = Metric.builder()
			.namespace("AWS/SQS")
			.metricName("ApproximateNumberOfMessagesVisible")
			.dimensions(dimension("QueueName", "failures"))
			.build();
		return alarm.metricName(null)
			.namespace(null)
			.dimensions(List.of())
			.period(null)
			.statistic((String) null)
			.metrics(List.of(MetricDataQuery.builder()
				.id("m1")
				.metricStat((stat) -> stat.metric(metric).period(60).stat(statistic))
				.build()));
	}

	private static Dimension dimension(String name, String value) {
		return Dimension.builder().name(name).value(value).build();
	}

	private static @Nullable String flaw(UnaryOperator<MetricAlarm.Builder> change) {
		MetricAlarm.Builder alarm = MetricAlarm.builder()
			.alarmName("waiting")
			.namespace("AWS/SQS")
			.metricName("ApproximateNumberOfMessagesVisible")
			.dimensions(dimension("QueueName", "failures"))
			.statistic("Maximum")
			.period(60)
			.evaluationPeriods(1)
			.comparisonOperator("GreaterThanThreshold")
			.threshold(0.0)
			.treatMissingData("notBreaching")
			.actionsEnabled(true)
			.alarmActions(TOPIC);
		DepthAlarm.Flaw flaw = new DepthAlarm("failures", change.apply(alarm).build(),
				(action) -> TOPIC.equals(action) ? null : "it is " + action)
			.flaw();
		return (flaw != null) ? flaw.text() : null;
	}

}

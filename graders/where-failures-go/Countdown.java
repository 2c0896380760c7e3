package academy.coldstart.graders.wherefailuresgo;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * How long a message lies in a queue until an alarm goes off. SQS sends one value each
 * minute: 0 from an empty queue, 1 as long as one message lies there. The alarm looks
 * each minute at its last periods, which slide along. Sources: Amazon CloudWatch User
 * Guide, Alarm evaluation window, and Statistics definitions.
 *
 * @param alarm an alarm with a statistic and a period of whole minutes
 */
record Countdown(MetricAlarm alarm) {

	static final int MINUTE = 60;

	/**
	 * Tell whether it goes off at all.
	 * @return whether a message that lies there is enough in the end
	 */
	boolean ends() {
		return breaches(length());
	}

	/**
	 * Count the minutes of an alarm that goes off.
	 * @return the minutes until then, from the first value that is 1
	 */
	int minutes() {
		return IntStream.rangeClosed(1, periods() * length()).filter(this::isAlarm).findFirst().orElseThrow();
	}

	/**
	 * Tell whether it goes off although nothing lies there.
	 * @return whether the values of an empty queue are enough
	 */
	boolean startsByItself() {
		return breaches(0);
	}

	String condition() {
		return "%s %s %s".formatted(statistic(), this.alarm.comparisonOperatorAsString(), this.alarm.threshold());
	}

	/**
	 * Return how many of the periods have to meet the condition.
	 * @return the datapoints to alarm, which are all when it does not say so
	 */
	int needed() {
		Integer needed = this.alarm.datapointsToAlarm();
		return (needed != null) ? needed : periods();
	}

	int periods() {
		return Objects.requireNonNullElse(this.alarm.evaluationPeriods(), 1);
	}

	private boolean isAlarm(int minute) {
		return IntStream.range(0, periods())
			.map((back) -> Math.clamp(minute - back * length(), 0, length()))
			.filter(this::breaches)
			.count() >= needed();
	}

	private int length() {
		return this.alarm.period() / MINUTE;
	}

	private String statistic() {
		return (this.alarm.extendedStatistic() != null) ? this.alarm.extendedStatistic()
				: this.alarm.statisticAsString();
	}

	// The value of a period in which so many values are 1 and all others are 0.
	private double value(int ones) {
		String statistic = statistic().toLowerCase(Locale.ROOT);
		if (statistic.matches("p\\d+(\\.\\d+)?")) {
			double rank = Math.ceil(Double.parseDouble(statistic.substring(1)) / 100 * length());
			return (rank > length() - ones) ? 1 : 0;
		}
		return switch (statistic) {
			case "maximum" -> Math.min(ones, 1);
			case "minimum" -> (ones == length()) ? 1 : 0;
			case "samplecount" -> length();
			case "sum" -> ones;
			// Trimmed means and the like are means, of trimmed sums and counts as well.
			default -> statistic.startsWith("ts") ? ones : statistic.startsWith("tc") ? length() : (double) ones / length();
		};
	}

	private boolean breaches(int ones) {
		double value = value(ones);
		double threshold = Objects.requireNonNullElse(this.alarm.threshold(), Double.NaN);
		return switch (this.alarm.comparisonOperatorAsString()) {
			case "GreaterThanThreshold" -> value > threshold;
			case "GreaterThanOrEqualToThreshold" -> value >= threshold;
			case "LessThanThreshold" -> value < threshold;
			case "LessThanOrEqualToThreshold" -> value <= threshold;
			default -> false;
		};
	}

}

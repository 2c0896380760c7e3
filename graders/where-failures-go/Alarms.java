package academy.coldstart.graders.wherefailuresgo;

import java.util.Comparator;
import java.util.List;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;
import academy.coldstart.graders.wherefailuresgo.DepthAlarm.Flaw;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of the account, of which one has to watch a queue.
 *
 * @param run the run
 * @param queue the queue
 * @param name what the learner calls it
 */
record Alarms(Run run, Queue queue, String name) {

	private static final String EXPECTED = "an alarm on ApproximateNumberOfMessagesVisible of %s that one message sets off within 15 minutes, with an action that reaches somebody";

	/**
	 * Find what is missing for somebody to hear of a message in the queue.
	 * @return what is wrong with the alarm that comes closest, or null when one is right
	 */
	@Nullable LearnerFailure missing() {
		List<DepthAlarm> alarms = this.run.aws()
			.cloudWatch()
			.describeAlarmsPaginator()
			.metricAlarms()
			.stream()
			.map((alarm) -> new DepthAlarm(this.queue.name(), alarm, (action) -> new Listener(this.run, action).exists()))
			.toList();
		if (alarms.stream().anyMatch((alarm) -> alarm.flaw() == null)) {
			return null;
		}
		DepthAlarm closest = alarms.stream().max(Comparator.comparingInt(Alarms::progress)).orElse(null);
		Flaw flaw = (closest != null) ? closest.flaw() : null;
		if (closest == null || flaw == null) {
			return LearnerFailure.because("Nobody hears of a record in %s: there is no alarm.", this.name)
				.expected(EXPECTED, this.name)
				.observed("no alarm")
				.at(this.run.stack().place(this.queue.url(), ""));
		}
		return LearnerFailure
			.because("Nobody hears of a record in %s in time: the alarm %s %s", this.name, name(closest), flaw.text())
			.expected(EXPECTED, this.name)
			.observed("%s", flaw.observed())
			.at(this.run.stack().place(closest.alarm().alarmName(), flaw.property()));
	}

	private String name(DepthAlarm alarm) {
		String physicalId = alarm.alarm().alarmName();
		return this.run.stack().byPhysicalId(physicalId).map(StackResource::logicalId).orElse(physicalId);
	}

	private static int progress(DepthAlarm alarm) {
		Flaw flaw = alarm.flaw();
		return (flaw != null) ? flaw.step() : Integer.MAX_VALUE;
	}

}

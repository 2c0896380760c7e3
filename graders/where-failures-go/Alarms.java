package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import academy.coldstart.graders.wherefailuresgo.DepthAlarm.Flaw;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

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
		Candidate closest = null;
		for (MetricAlarm alarm : this.run.aws().cloudWatch().describeAlarmsPaginator().metricAlarms()) {
			Flaw flaw = new DepthAlarm(this.queue.name(), alarm, new Listener(this.run, alarm)::silence).flaw();
			if (flaw == null) {
				return null;
			}
			closest = (closest == null || closest.flaw().step() < flaw.step()) ? new Candidate(alarm, flaw) : closest;
		}
		return (closest != null) ? failure(closest) : none();
	}

	private LearnerFailure none() {
		return LearnerFailure.because("Nobody hears of a record in %s: there is no alarm.", this.name)
			.expected(EXPECTED, this.name)
			.observed("no alarm")
			.at(this.run.stack().place(this.queue.url(), ""));
	}

	private LearnerFailure failure(Candidate closest) {
		return LearnerFailure
			.because("Nobody hears of a record in %s in time: the alarm %s %s", this.name,
					Names.of(this.run, closest.alarm()), closest.flaw().text())
			.expected(EXPECTED, this.name)
			.observed("%s", closest.flaw().observed())
			.at(this.run.stack().place(closest.alarm().alarmName(), closest.flaw().property()));
	}

	/**
	 * An alarm that does not do what it should.
	 *
	 * @param alarm the alarm
	 * @param flaw what is wrong with it
	 */
	private record Candidate(MetricAlarm alarm, Flaw flaw) {
	}

}

package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * What a learner calls things.
 */
final class Names {

	private Names() {
	}

	static String of(Run run, Queue queue) {
		return of(run, queue.url(), queue.name());
	}

	static String of(Run run, MetricAlarm alarm) {
		return of(run, alarm.alarmName(), alarm.alarmName());
	}

	/**
	 * Find the name of something that has an ARN.
	 * @param run the run
	 * @param arn of a queue, a topic, a bus or a function
	 * @return its logical id, or the last part of the ARN
	 */
	static String of(Run run, String arn) {
		if (arn.contains(":sqs:")) {
			return run.queueOf(arn).map((queue) -> of(run, queue)).orElseGet(() -> last(arn));
		}
		return of(run, arn.contains(":sns:") ? arn : last(arn), last(arn));
	}

	private static String of(Run run, String physicalId, String otherwise) {
		return run.stack().byPhysicalId(physicalId).map(StackResource::logicalId).orElse(otherwise);
	}

	/**
	 * Return the name in an ARN. A function may be named with a version or an alias,
	 * which is no part of it.
	 * @param arn the ARN
	 * @return such as the name of a queue
	 */
	static String last(String arn) {
		String[] parts = arn.split(":", 0);
		String name = arn.contains(":function:") ? parts[6] : parts[parts.length - 1];
		return name.substring(name.lastIndexOf('/') + 1);
	}

}

package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * What things are called: by learners, and by AWS.
 */
final class Names {

	private Names() {
	}

	static String of(Run run, Queue queue) {
		return run.stack().name(queue.url());
	}

	static String of(Run run, MetricAlarm alarm) {
		return run.stack().name(alarm.alarmName());
	}

	static String of(Run run, String arn) {
		return run.stack().name(arn);
	}

	/**
	 * Return the name in an ARN. A function may be named with a version or an alias,
	 * which is no part of it.
	 * @param arn the ARN, or an address of another kind
	 * @return such as the name of a queue
	 */
	static String last(String arn) {
		return Arn.tryFromString(arn).map((one) -> one.resource().resource()).orElse(arn);
	}

}

package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;

/**
 * What a learner calls things.
 */
final class Names {

	private Names() {
	}

	static String of(Run run, Queue queue) {
		return of(run, queue.url(), queue.name());
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

	// A function may be named with a version or an alias, which is not part of its name.
	private static String last(String arn) {
		String[] parts = arn.split(":", 0);
		String name = arn.contains(":function:") ? parts[6] : parts[parts.length - 1];
		return name.substring(name.lastIndexOf('/') + 1);
	}

}

package academy.coldstart.recording;

import java.util.Set;
import java.util.regex.Pattern;

import academy.coldstart.recording.protocol.RecognizedCall;

/**
 * Tells which calls may change what the policies of an account say.
 */
final class PolicyChanges {

	private static final Set<String> EVERYTHING = Set.of("iam", "cloudformation");

	private static final Set<String> WITH_POLICIES = Set.of("lambda", "sqs", "sns", "s3", "dynamodb", "secretsmanager");

	private static final Pattern READING = Pattern.compile("(Get|List|Describe|Head|Simulate).*");

	private static final Pattern CHANGING = Pattern
		.compile(".*(Permission|Policy|Attributes)|(Create|Delete)(Queue|Topic|Bucket|Function|Alias|Table|Secret)");

	private PolicyChanges() {
	}

	static boolean mayFollow(RecognizedCall call) {
		String operation = call.operationName();
		if (READING.matcher(operation).matches()) {
			return false;
		}
		return EVERYTHING.contains(call.signingName())
				|| (WITH_POLICIES.contains(call.signingName()) && CHANGING.matcher(operation).matches());
	}

}

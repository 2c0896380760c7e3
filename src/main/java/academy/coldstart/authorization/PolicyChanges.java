package academy.coldstart.authorization;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which calls may change what the policies of an account say.
 */
public final class PolicyChanges {

	private static final Set<String> EVERYTHING = Set.of("cloudformation", "iam");

	private static final Pattern READING = Pattern.compile("(Get|List|Describe|Head|Simulate).*");

	private static final Pattern CHANGING = Pattern
		.compile(".*(Permission|Policy|Attributes)|(Create|Delete|Update)\\w+");

	/** What is created and deleted all the time, and has no policy. */
	private static final Pattern CONTENT = Pattern.compile(".*(Item|Message|MessageBatch|Objects?|MultipartUpload)");

	private PolicyChanges() {
	}

	/**
	 * Say whether policies may be others after a call.
	 * @param service the signing name of the service
	 * @param operation the operation
	 * @return whether they may
	 */
	public static boolean mayFollow(String service, String operation) {
		if (READING.matcher(operation).matches() || CONTENT.matcher(operation).matches()) {
			return false;
		}
		return EVERYTHING.contains(service) || CHANGING.matcher(operation).matches();
	}

}

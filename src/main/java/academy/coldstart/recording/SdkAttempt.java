package academy.coldstart.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The header {@code amz-sdk-request}, in which SDKs count their attempts.
 */
final class SdkAttempt {

	private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d{1,4})");

	private SdkAttempt() {
	}

	static int parse(@Nullable String header) {
		Matcher matcher = ATTEMPT.matcher((header != null) ? header : "");
		return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
	}

}

package academy.coldstart.recording.protocol;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about who signed it for which service and Region, wherever and in
 * whichever signature version. None of it is trusted.
 *
 * @param accessKeyId the access key id
 * @param region the Region in the credential scope
 * @param service the signing name in the credential scope
 * @param inQuery whether the request is presigned
 * @param sessionToken the session token
 */
public record PresentedCredentials(@Nullable String accessKeyId, @Nullable String region, @Nullable String service,
		boolean inQuery, @Nullable String sessionToken) {

	private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]+)");

	private static final Pattern VERSION_2 = Pattern.compile("AWS ([^:\\s]+):.*");

	/**
	 * Read them from a request.
	 * @param head the request
	 * @return what it says; all null when it is not signed
	 */
	public static PresentedCredentials of(RequestHead head) {
		List<String> credential = ignoringCase(head.query(), "X-Amz-Credential");
		if (!credential.isEmpty()) {
			return scope(credential.getFirst(), true, head);
		}
		List<String> key = ignoringCase(head.query(), "AWSAccessKeyId");
		if (!key.isEmpty()) {
			return new PresentedCredentials(key.getFirst(), null,
					head.query().contains("SignatureVersion") ? null : "s3", true, token(head));
		}
		return fromHeader(head);
	}

	private static PresentedCredentials fromHeader(RequestHead head) {
		String authorization = head.header("Authorization");
		if (authorization == null) {
			return new PresentedCredentials(null, null, null, false, null);
		}
		Matcher credential = CREDENTIAL.matcher(authorization);
		if (credential.find()) {
			return scope(credential.group(1), false, head);
		}
		Matcher old = VERSION_2.matcher(authorization);
		return old.matches() ? new PresentedCredentials(old.group(1), null, "s3", false, token(head))
				: new PresentedCredentials(null, null, null, false, null);
	}

	// Read {@code key/date/region/service/aws4_request}, where SigV4a has no Region.
	private static PresentedCredentials scope(String credential, boolean inQuery, RequestHead head) {
		String[] parts = credential.split("/", 0);
		if (parts.length >= 5) {
			int end = parts.length;
			return new PresentedCredentials(parts[end - 5], parts[end - 3], parts[end - 2], inQuery, token(head));
		}
		return new PresentedCredentials(parts[0], regionSet(head), (parts.length == 4) ? parts[2] : null, inQuery,
				token(head));
	}

	private static @Nullable String token(RequestHead head) {
		List<String> query = ignoringCase(head.query(), "X-Amz-Security-Token");
		return query.isEmpty() ? head.header("X-Amz-Security-Token") : query.getFirst();
	}

	private static @Nullable String regionSet(RequestHead head) {
		String regions = head.header("X-Amz-Region-Set");
		return (regions == null || regions.contains("*")) ? null : regions.split(",", 0)[0].trim();
	}

	private static List<String> ignoringCase(Form query, String name) {
		return query.fields()
			.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name))
			.map(Form.Field::text)
			.toList();
	}

}

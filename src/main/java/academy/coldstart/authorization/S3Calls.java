package academy.coldstart.authorization;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The permissions of calls of Amazon S3. Source: Amazon S3 User Guide, Required
 * permissions for Amazon S3 API operations.
 */
final class S3Calls {

	private static final Set<String> VERSIONED = Set.of("GetObject", "DeleteObject", "GetObjectAcl", "PutObjectAcl",
			"GetObjectTagging", "PutObjectTagging", "DeleteObjectTagging");

	private S3Calls() {
	}

	static Optional<List<Need>> needs(ApiCall call) {
		String source = call.input().path("x-amz-copy-source").asString("");
		if (!call.is("s3", "CopyObject", "UploadPartCopy") || source.isEmpty()) {
			return Optional.empty();
		}
		String from = decoded(source).replaceFirst("^/", "").replaceFirst("\\?versionId=.*$", "");
		String action = source.contains("?versionId=") ? "s3:GetObjectVersion" : "s3:GetObject";
		String to = call.input().path("Bucket").asString("") + "/" + call.input().path("Key").asString("");
		List<Need> needs = new ArrayList<>();
		needs.add(SpecialCalls.need(action, from.startsWith("arn:") ? from : "arn:aws:s3:::" + from));
		needs.add(new Need(new Permission("s3:PutObject", "arn:aws:s3:::" + to),
				ServiceKeys.of(call, ResourceFacts.NONE)));
		return Optional.of(needs);
	}

	// A call that names a version of an object needs another action.
	static String versioned(ApiCall call, String action) {
		boolean version = call.service().equals("s3") && VERSIONED.contains(action) && call.input().has("versionId");
		return version ? action.replace("Object", "ObjectVersion") : action;
	}

	private static String decoded(String source) {
		try {
			return URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return source;
		}
	}

}

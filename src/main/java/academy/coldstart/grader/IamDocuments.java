package academy.coldstart.grader;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Reads policy documents from IAM.
 */
final class IamDocuments {

	private static final String MANAGED_BY_AWS = "arn:aws:iam::aws:policy/";

	/** They are the same in every account, and never change here. */
	private static final Map<String, String> OF_AWS = new ConcurrentHashMap<>();

	private IamDocuments() {
	}

	static PolicyDocument managed(IamClient iam, PolicyKind kind, String arn) {
		String document = arn.startsWith(MANAGED_BY_AWS) ? OF_AWS.computeIfAbsent(arn, (key) -> document(iam, key))
				: document(iam, arn);
		return parse(arn.substring(arn.lastIndexOf('/') + 1), kind, document);
	}

	private static String document(IamClient iam, String arn) {
		String version = iam.getPolicy((request) -> request.policyArn(arn)).policy().defaultVersionId();
		return iam.getPolicyVersion((request) -> request.policyArn(arn).versionId(version)).policyVersion().document();
	}

	// IAM may have encoded the document.
	static PolicyDocument parse(String name, PolicyKind kind, String document) {
		String text = document.startsWith("%") ? URLDecoder.decode(document, StandardCharsets.UTF_8) : document;
		return PolicyDocument.parse(name, kind, text);
	}

}

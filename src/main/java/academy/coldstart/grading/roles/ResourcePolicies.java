package academy.coldstart.grading.roles;

import java.util.Map;

import academy.coldstart.authorization.MalformedPolicy;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import academy.coldstart.grader.Aws;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The policies of queues, topics, buckets and functions.
 */
final class ResourcePolicies {

	private final Aws aws;

	ResourcePolicies(Aws aws) {
		this.aws = aws;
	}

	/**
	 * Find the policy of a resource.
	 * @param arn its ARN
	 * @return the policy, or null when it has none or does not exist
	 */
	@Nullable PolicyDocument find(String arn) {
		try {
			String document = read(arn);
			return (document == null || document.isBlank()) ? null
					: PolicyDocument.parse(arn.substring(arn.lastIndexOf(':') + 1), PolicyKind.RESOURCE, document);
		}
		catch (MalformedPolicy ex) {
			// A deployment with such a policy is refused, so that it was changed since.
			return null;
		}
		catch (AwsServiceException ex) {
			if (ex.statusCode() >= 500) {
				throw ex;
			}
			return null;
		}
	}

	private @Nullable String read(String arn) {
		String[] parts = arn.split(":", 6);
		if (parts.length < 6 || arn.contains("*")) {
			return null;
		}
		return switch (parts[2]) {
			case "sqs" -> queue(parts[5]);
			case "sns" ->
				this.aws.sns().getTopicAttributes((request) -> request.topicArn(arn)).attributes().get("Policy");
			case "s3" -> this.aws.s3().getBucketPolicy((request) -> request.bucket(bucket(parts[5]))).policy();
			case "lambda" -> parts[5].startsWith("function:") ? function(parts[5]) : null;
			default -> null;
		};
	}

	private @Nullable String queue(String name) {
		String url = this.aws.sqs().getQueueUrl((request) -> request.queueName(name)).queueUrl();
		Map<QueueAttributeName, String> attributes = this.aws.sqs()
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
			.attributes();
		return attributes.get(QueueAttributeName.POLICY);
	}

	private static String bucket(String path) {
		int slash = path.indexOf('/');
		return (slash < 0) ? path : path.substring(0, slash);
	}

	private String function(String name) {
		String[] parts = name.split(":", 0);
		return this.aws.lambda().getPolicy((request) -> {
			request.functionName(parts[1]);
			if (parts.length > 2) {
				request.qualifier(parts[2]);
			}
		}).policy();
	}

}

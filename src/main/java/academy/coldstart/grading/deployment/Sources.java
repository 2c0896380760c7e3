package academy.coldstart.grading.deployment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the role of a function needs for what Lambda reads from and sends to with it.
 * Sources: AWS Lambda Developer Guide, Using Lambda with Amazon SQS, Using AWS Lambda
 * with Amazon DynamoDB, Kinesis, and Capturing records of Lambda asynchronous
 * invocations; the words of refusals as AWS returned them.
 */
final class Sources {

	private static final List<String> QUEUE = List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");

	private static final List<String> STREAM = List.of("GetRecords", "GetShardIterator", "DescribeStream");

	private Sources() {
	}

	/**
	 * Return what reading a source needs.
	 * @param arn the ARN of the source
	 * @return the actions; none for a source that is not read with the role
	 */
	static List<String> actions(String arn) {
		List<String> names = switch (service(arn)) {
			case "sqs" -> QUEUE;
			case "dynamodb", "kinesis" -> STREAM;
			default -> List.of();
		};
		return names.stream().map((name) -> service(arn) + ":" + name).toList();
	}

	/**
	 * Return the words of AWS for a role that may not read a source.
	 * @param arn the ARN of the source
	 * @return the message
	 */
	static String refusal(String arn) {
		return service(arn).equals("sqs")
				? "The function execution role does not have permissions to call ReceiveMessage on SQS"
				: "Cannot access stream " + arn + ". Please ensure the role can perform the GetRecords, "
						+ "GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.";
	}

	/**
	 * Return what a source is called in a sentence.
	 * @param arn the ARN of the source
	 * @return such as {@code queue orders}
	 */
	static String title(String arn) {
		return service(arn).equals("sqs") ? "queue " + arn.substring(arn.lastIndexOf(':') + 1) : "stream " + arn;
	}

	/**
	 * Return what sending to a target needs.
	 * @param arn the ARN of the target
	 * @return the action, or null for what needs none or is no target
	 */
	static @Nullable String sending(String arn) {
		return switch (service(arn)) {
			case "sqs" -> "sqs:SendMessage";
			case "sns" -> "sns:Publish";
			case "events" -> "events:PutEvents";
			case "lambda" -> "lambda:InvokeFunction";
			default -> null;
		};
	}

	private static String service(String arn) {
		String[] parts = arn.split(":", -1);
		return (parts.length > 2) ? parts[2] : "";
	}

}

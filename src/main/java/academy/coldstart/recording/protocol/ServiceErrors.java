package academy.coldstart.recording.protocol;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The errors by which services say that they are overloaded or broken, as their API
 * references and service models name them. SDKs know by the code, or by the status,
 * whether to try again.
 */
public final class ServiceErrors {

	private static final String RATE_EXCEEDED = "Rate exceeded";

	private static final AwsError CAPACITY = new AwsError(400, "ProvisionedThroughputExceededException",
			"The level of configured provisioned throughput for the table was exceeded. "
					+ "Consider increasing your provisioning level with the UpdateTable API.");

	private static final AwsError SHARD = new AwsError(400, "ProvisionedThroughputExceededException",
			"Rate exceeded for shard");

	private static final AwsError TOO_MANY = new AwsError(429, "TooManyRequestsException", "Rate Exceeded.");

	/** Operations of DynamoDB on items, which are limited by the capacity of a table. */
	private static final Set<String> ITEM_OPERATIONS = Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query",
			"Scan", "BatchGetItem", "BatchWriteItem", "TransactGetItems", "TransactWriteItems", "ExecuteStatement",
			"BatchExecuteStatement", "ExecuteTransaction", "GetRecords");

	private static final Map<String, AwsError> THROTTLING = Map.of("lambda", TOO_MANY, "apigateway", TOO_MANY,
			"cognito-idp", TOO_MANY, "s3", new AwsError(503, "SlowDown", "Please reduce your request rate."), "sqs",
			new AwsError(403, "RequestThrottled", "The request was denied due to request throttling."), "sns",
			new AwsError(429, "Throttled", RATE_EXCEEDED), "kinesis", SHARD);

	private static final Map<String, String> INTERNAL = Map.of("lambda", "ServiceException", "s3", "InternalError",
			"sns", "InternalError", "dynamodb", "InternalServerError", "ssm", "InternalServerError", "secretsmanager",
			"InternalServiceError", "events", "InternalException", "kinesis", "InternalFailureException", "monitoring",
			"InternalServiceFault", "logs", "InternalServerException");

	private ServiceErrors() {
	}

	/**
	 * Return the error of a service that gets too many requests.
	 * @param call the call
	 * @param message the message, or null for the service's own
	 * @return the error
	 */
	public static AwsError throttling(RecognizedCall call, @Nullable String message) {
		String service = call.signingName();
		AwsError error = (service.equals("dynamodb") && ITEM_OPERATIONS.contains(call.operationName())) ? CAPACITY
				: THROTTLING.getOrDefault(service, throttling(call.protocol()));
		return (message != null) ? new AwsError(error.status(), error.code(), message) : error;
	}

	private static AwsError throttling(Protocol protocol) {
		return switch (protocol) {
			case JSON, CBOR -> new AwsError(400, "ThrottlingException", RATE_EXCEEDED);
			case REST_JSON -> new AwsError(429, "ThrottlingException", RATE_EXCEEDED);
			case QUERY, REST_XML -> new AwsError(400, "Throttling", RATE_EXCEEDED);
			case EC2 -> new AwsError(503, "RequestLimitExceeded", "Request limit exceeded.");
		};
	}

	/**
	 * Return the error of a service for a call that the policies do not allow. Sources:
	 * the lists of common errors in the API references of the services.
	 * @param call the call
	 * @param message the message
	 * @return the error
	 */
	public static AwsError accessDenied(RecognizedCall call, String message) {
		return switch (call.signingName()) {
			case "sns" -> new AwsError(403, "AuthorizationError", message);
			case "sqs", "monitoring" -> new AwsError(403, "AccessDenied", message);
			default -> switch (call.protocol()) {
				case JSON, CBOR -> new AwsError(400, "AccessDeniedException", message);
				case REST_JSON -> new AwsError(403, "AccessDeniedException", message);
				case QUERY, REST_XML -> new AwsError(403, "AccessDenied", message);
				case EC2 -> new AwsError(403, "UnauthorizedOperation", message);
			};
		};
	}

	/**
	 * Return the error of a service for a call that is signed with a key that nobody has.
	 * @param call the call
	 * @return the error
	 */
	public static AwsError unknownKey(RecognizedCall call) {
		String message = "The security token included in the request is invalid.";
		return switch (call.protocol()) {
			case JSON, CBOR -> new AwsError(400, "UnrecognizedClientException", message);
			case REST_JSON -> new AwsError(403, "UnrecognizedClientException", message);
			case QUERY -> new AwsError(403, "InvalidClientTokenId", message);
			case REST_XML -> new AwsError(403, "InvalidAccessKeyId",
					"The AWS Access Key Id you provided does not exist in our records.");
			case EC2 -> new AwsError(401, "AuthFailure", message);
		};
	}

	/**
	 * Return the error of a service that does not work.
	 * @param call the call
	 * @param status 500, or 503 for a service that is not available at all
	 * @param message the message, or null for the service's own
	 * @return the error
	 */
	public static AwsError unavailable(RecognizedCall call, int status, @Nullable String message) {
		if (status == 503) {
			return new AwsError(503, "ServiceUnavailable",
					(message != null) ? message : "The service is unavailable. Please try again.");
		}
		return new AwsError(status, INTERNAL.getOrDefault(call.signingName(), "InternalFailure"),
				(message != null) ? message : "We encountered an internal error. Please try again.");
	}

}

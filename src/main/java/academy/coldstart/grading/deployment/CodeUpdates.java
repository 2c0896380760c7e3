package academy.coldstart.grading.deployment;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.template.Template;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import tools.jackson.databind.JsonNode;

/**
 * Gives deployed functions the archives that a template names, where those are new.
 *
 * @param lambda the way to the functions
 * @param bucket the bucket that the archives are in
 * @param changed the keys of the new archives
 */
record CodeUpdates(LambdaClient lambda, String bucket, Set<String> changed) {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/**
	 * Update the functions of a stack and wait until they run the new code.
	 * @param form the template whose folders are replaced by archives
	 * @param stack the stack
	 */
	void apply(Template form, Stack stack) {
		List<StackResource> functions = stack.ofType("AWS::Lambda::Function")
			.stream()
			.filter((function) -> this.changed.contains(key(form, function.logicalId())))
			.toList();
		functions.forEach((function) -> update(function.physicalId(), key(form, function.logicalId())));
		functions.forEach((function) -> await(function.physicalId()));
	}

	private void update(String function, String key) {
		this.lambda.updateFunctionCode((request) -> request.functionName(function).s3Bucket(this.bucket).s3Key(key));
	}

	private void await(String function) {
		GetFunctionConfigurationResponse updated = Polling.until("the update of " + function, LIMIT,
				() -> this.lambda.getFunctionConfiguration((request) -> request.functionName(function)),
				(configuration) -> configuration.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS);
		if (updated.lastUpdateStatus() == LastUpdateStatus.FAILED) {
			throw new IllegalStateException(
					"The engine could not update the code of a function: " + updated.lastUpdateStatusReason());
		}
	}

	private static String key(Template form, String logicalId) {
		JsonNode properties = form.resources().path(logicalId).path("Properties");
		return properties.path("CodeUri").path("Key").asString(properties.path("Code").path("S3Key").asString(""));
	}

}

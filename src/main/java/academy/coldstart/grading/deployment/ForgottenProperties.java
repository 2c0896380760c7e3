package academy.coldstart.grading.deployment;

import java.time.Duration;

import academy.coldstart.grader.StackResource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import tools.jackson.databind.JsonNode;

/**
 * Applies what the engine's CloudFormation drops from functions, and waits until they are
 * ready.
 */
final class ForgottenProperties {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final LambdaClient lambda;

	ForgottenProperties(LambdaClient lambda) {
		this.lambda = lambda;
	}

	/**
	 * Make a function what its properties say.
	 * @param function a function of the stack
	 */
	void apply(StackResource function) {
		String name = function.physicalId();
		awaitActive(name);
		JsonNode reserved = function.properties().path("ReservedConcurrentExecutions");
		if (isNumber(reserved)) {
			this.lambda.putFunctionConcurrency((request) -> request.functionName(name)
				.reservedConcurrentExecutions(Integer.valueOf(reserved.asString())));
		}
		JsonNode loop = function.properties().path("RecursiveLoop");
		if (loop.isString()) {
			this.lambda.putFunctionRecursionConfig(
					(request) -> request.functionName(name).recursiveLoop(RecursiveLoop.fromValue(loop.stringValue())));
		}
		if (configure(name, function.properties())) {
			awaitActive(name);
		}
	}

	private boolean configure(String name, JsonNode properties) {
		JsonNode size = properties.path("EphemeralStorage").path("Size");
		JsonNode snapStart = properties.path("SnapStart").path("ApplyOn");
		if (!isNumber(size) && !snapStart.isString()) {
			return false;
		}
		UpdateFunctionConfigurationRequest.Builder request = UpdateFunctionConfigurationRequest.builder()
			.functionName(name);
		if (isNumber(size)) {
			request.ephemeralStorage((storage) -> storage.size(Integer.valueOf(size.asString())));
		}
		if (snapStart.isString()) {
			request.snapStart((snap) -> snap.applyOn(SnapStartApplyOn.fromValue(snapStart.stringValue())));
		}
		this.lambda.updateFunctionConfiguration(request.build());
		return true;
	}

	private void awaitActive(String name) {
		GetFunctionConfigurationResponse configuration = Polling.until("the function " + name, LIMIT,
				() -> this.lambda.getFunctionConfiguration((request) -> request.functionName(name)),
				(answer) -> answer.state() != State.PENDING
						&& answer.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS);
		if (configuration.state() == State.FAILED) {
			throw new IllegalStateException(
					"The engine could not prepare the function " + name + ": " + configuration.stateReason());
		}
	}

	private static boolean isNumber(JsonNode value) {
		return value.asString("").matches("\\d{1,9}");
	}

}
